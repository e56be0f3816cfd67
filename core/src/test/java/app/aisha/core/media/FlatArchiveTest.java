package app.aisha.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.media.FlatArchive.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatArchiveTest {

    private static final MediaKey SEA = new MediaKey("users/1/sea.jpg");
    private static final MediaKey NIGHT = new MediaKey("users/1/night.jpg");

    private final InMemoryMediaStore media = new InMemoryMediaStore();

    @TempDir
    private Path folder;

    private void stored(MediaKey key, String content) throws IOException, MediaUnavailable {
        media.put(key, Files.writeString(folder.resolve("source"), content), "image/jpeg");
    }

    private Map<String, String> unpacked(Path archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                files.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void whatTheStoreHoldsIsInTheArchiveInItsOrder() throws Exception {
        stored(SEA, "the sea");
        stored(NIGHT, "the night");
        var archive = folder.resolve("archive.zip");
        var entries = List.of(
                new Entry(NIGHT, "1.jpg"), new Entry(new MediaKey("lost"), "2.jpg"), new Entry(SEA, "Море.jpg"));

        assertThat(FlatArchive.pack(entries, media, archive)).isEqualTo(2);

        assertThat(unpacked(archive))
                .containsExactly(Map.entry("1.jpg", "the night"), Map.entry("Море.jpg", "the sea"));
    }

    @Test
    void whereNothingIsLeftTheArchiveIsEmpty() throws Exception {
        var archive = folder.resolve("archive.zip");

        assertThat(FlatArchive.pack(List.of(new Entry(SEA, "1.jpg")), media, archive))
                .isZero();

        assertThat(unpacked(archive)).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsToldToTheCaller() {
        media.setAway(true);

        assertThatThrownBy(
                        () -> FlatArchive.pack(List.of(new Entry(SEA, "1.jpg")), media, folder.resolve("archive.zip")))
                .isInstanceOf(MediaUnavailable.class);
    }
}
