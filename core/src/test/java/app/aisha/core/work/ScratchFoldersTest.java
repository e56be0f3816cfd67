package app.aisha.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFoldersTest {

    @TempDir
    private Path place;

    @Test
    void aFolderIsThereUntilItIsClosed() throws IOException {
        var folder = new ScratchFolders(place.resolve("scratch")).open();
        Files.createDirectories(folder.path().resolve("deep/deeper"));
        Files.writeString(folder.path().resolve("deep/deeper/sound"), "bytes");

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void foldersAreApart() {
        var scratch = new ScratchFolders(place.resolve("scratch"));
        try (var one = scratch.open();
                var other = scratch.open()) {
            assertThat(one.path()).isNotEqualTo(other.path()).isEmptyDirectory();
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAtTheStart() throws IOException {
        var left = Files.createDirectories(place.resolve("scratch/job1")).resolve("original");
        Files.writeString(left, "bytes");

        assertThat(new ScratchFolders(place.resolve("scratch"))).isNotNull();

        assertThat(left).doesNotExist();
    }

    @Test
    void closingTwiceIsHarmless() {
        var folder = new ScratchFolders(place.resolve("scratch")).open();
        folder.close();
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aPlaceThatCannotHoldFoldersIsNamed() throws IOException {
        var file = Files.writeString(place.resolve("file"), "in the way");
        var scratch = new ScratchFolders(file.resolve("scratch"));

        assertThatThrownBy(scratch::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
