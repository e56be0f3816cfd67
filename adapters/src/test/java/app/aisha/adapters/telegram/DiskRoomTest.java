package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.telegram.DiskRoom.NoRoom;
import app.aisha.adapters.telegram.DiskRoom.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskRoomTest {

    private static final long MB = 1L << 20;
    private static final Path FOLDER = Path.of("scratch");

    private Space space = new Space(100 * MB, 1000 * MB);

    private DiskRoom room(long reserve) {
        return new DiskRoom(OptionalLong.of(reserve), _ -> space);
    }

    @ParameterizedTest
    @CsvSource({"10, 90, true", "10, 91, false", "0, 100, true", "101, 0, false"})
    void theReserveStaysFree(long reserve, long wanted, boolean fits) throws IOException {
        var room = room(reserve * MB);

        if (fits) {
            room.share(FOLDER, wanted * MB).close();
        } else {
            assertThatThrownBy(() -> room.share(FOLDER, wanted * MB)).isInstanceOf(NoRoom.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"10000, 500", "20480, 1024", "1000000, 1024"})
    void unlessItIsSetTheReserveIsAGigabyteOrATwentiethOfASmallerDisk(long total, long kept) throws IOException {
        var room = new DiskRoom(OptionalLong.empty(), _ -> space);
        space = new Space((kept + 7) * MB, total * MB);

        room.share(FOLDER, 7 * MB).close();

        assertThatThrownBy(() -> room.share(FOLDER, 7 * MB + 1))
                .isInstanceOf(NoRoom.class)
                .hasMessageContaining("%d are kept", kept);
    }

    @Test
    void whatIsPromisedToOneIsNotPromisedToAnother() throws IOException {
        var room = room(0);
        try (var _ = room.share(FOLDER, 60 * MB)) {
            assertThatThrownBy(() -> room.share(FOLDER, 41 * MB)).isInstanceOf(NoRoom.class);
            room.share(FOLDER, 40 * MB).close();
        }
        room.share(FOLDER, 100 * MB).close();
    }

    @Test
    void whatIsWrittenIsSeenOnTheDiskAndNoLongerCounted() throws IOException {
        var room = room(0);
        try (var half = room.share(FOLDER, 60 * MB)) {
            half.use((int) (30 * MB));
            space = new Space(70 * MB, 1000 * MB);

            room.share(FOLDER, 40 * MB).close();
            assertThatThrownBy(() -> room.share(FOLDER, 41 * MB)).isInstanceOf(NoRoom.class);
        }
    }

    @Test
    void aDiskThatOthersFillStopsADownloadOnTheWay() throws IOException {
        var room = room(10 * MB);
        try (var share = room.share(FOLDER, 0)) {
            share.use((int) (9 * MB));
            space = new Space(11 * MB, 1000 * MB);

            assertThatThrownBy(() -> share.use((int) (9 * MB))).isInstanceOf(NoRoom.class);
        }
    }

    @Test
    void aRealDiskIsMeasured(@TempDir Path folder) {
        var room = new DiskRoom(OptionalLong.of(0));

        assertThatCode(() -> room.share(folder, 1).close()).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.share(folder, Long.MAX_VALUE / 4))
                .isInstanceOf(NoRoom.class)
                .hasMessageContaining(folder.toString());
        assertThat(folder).isEmptyDirectory();
    }
}
