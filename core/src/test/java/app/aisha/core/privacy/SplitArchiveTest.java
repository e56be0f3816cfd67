package app.aisha.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void noTwoEntriesHaveTheSameNameHoweverManyThereAre() throws IOException {
        try (var archive = new SplitArchive(folder, 100 << 20, 9)) {
            for (var i = 0; i < 10_050; i++) {
                archive.add("pictures/Picture.png", "picture " + i);
            }
            archive.add("pictures/picture.PNG", "small letters");

            var names = names(archive.finish());

            assertThat(names).hasSize(10_051).contains("pictures/Picture.png", "pictures/Picture (10050).png");
            assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        }
    }

    @Test
    void partsKeepTheLimitAndTogetherHoldEverything() throws IOException {
        var random = new Random(5);
        try (var archive = new SplitArchive(folder, 100_000, 99)) {
            for (var i = 0; i < 60; i++) {
                archive.add("photos/" + i + ".jpg", noise(random, 1 + random.nextInt(40_000)));
            }

            var parts = archive.finish();

            assertThat(parts)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(part -> assertThat(Files.size(part)).isLessThanOrEqualTo(100_000));
            assertThat(names(parts)).hasSize(60);
            assertThat(archive.leftOut()).isZero();
        }
    }

    @Test
    void aFileTooLargeToBeSentIsLeftOutAndNamed() throws IOException {
        try (var archive = new SplitArchive(folder, 100_000, 9)) {
            archive.add("recordings/long.ogg", noise(new Random(1), 150_000));
            archive.add("text.txt", "words");

            var parts = archive.finish();

            assertThat(names(parts)).containsExactly("text.txt", SplitArchive.LEFT_OUT);
            assertThat(archive.leftOut()).isEqualTo(1);
            assertThat(read(parts.getFirst(), SplitArchive.LEFT_OUT)).isEqualTo("recordings/long.ogg\t0.1 MB\n");
        }
    }

    @Test
    void whatDoesNotGoIntoTheLastPartIsLeftOutToo() throws IOException {
        try (var archive = new SplitArchive(folder, 50_000, 2)) {
            for (var i = 0; i < 5; i++) {
                archive.add(i + ".jpg", noise(new Random(i), 30_000));
            }

            assertThat(names(archive.finish())).containsExactly("0.jpg", "1.jpg", SplitArchive.LEFT_OUT);
            assertThat(archive.leftOut()).isEqualTo(3);
        }
    }

    private Path noise(Random random, int bytes) throws IOException {
        var content = new byte[bytes];
        random.nextBytes(content);
        return Files.write(folder.resolve("file"), content);
    }

    private static List<String> names(List<Path> parts) throws IOException {
        var names = new ArrayList<String>();
        for (var part : parts) {
            try (var zip = new ZipFile(part.toFile())) {
                zip.stream().forEach(entry -> names.add(entry.getName()));
            }
        }
        return names;
    }

    private static String read(Path part, String name) throws IOException {
        try (var zip = new ZipFile(part.toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
