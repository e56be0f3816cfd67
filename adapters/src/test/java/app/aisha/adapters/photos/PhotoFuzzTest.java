package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile files of all kinds in a Java with 64 MB for each: every one is refused by name or cleaned. */
class PhotoFuzzTest {

    private static final boolean LONG = Boolean.getBoolean("aisha.long");
    private static final int FILES = LONG ? 10_000 : 300;
    private static final int MEGABYTES = 64;

    @TempDir
    private Path folder;

    private final PixelProgram program = PhotoBytes.program();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final ArrayList<Long> times = new ArrayList<>();

    @Test
    void everyFileIsRefusedByNameOrCleaned() throws Exception {
        var corpus = new PhotoCorpus();
        try (var process = InspectingProcess.with(MEGABYTES, program, folder)) {
            process.baseline();
            for (var seed = 0; seed < FILES; seed++) {
                inspect(process, corpus.file(seed), "Seed " + seed);
            }
        }

        assertThat(outcomes).containsKeys("seen", "BROKEN", "TOO_SMALL", "TOO_MANY_PIXELS", "ANIMATED");
        assertThat(outcomes).doesNotContainKeys("INTERNAL");
        times.sort(null);
        System.out.printf(
                "%d photos (%d whole, then damaged; seeds 0 to %d): %s; %d ms p50, %d ms p99, %d ms at most%n",
                FILES,
                corpus.size(),
                FILES - 1,
                outcomes,
                times.get(FILES / 2) / 1000,
                times.get(FILES * 99 / 100) / 1000,
                times.getLast() / 1000);
    }

    @Test
    void theLargestPhotosFitAsWell() throws Exception {
        var square = Scenes.redrawn(Scenes.scene(5, 700, 700), BufferedImage.TYPE_3BYTE_BGR, 4096, 4096);
        try (var process = InspectingProcess.with(MEGABYTES, program, folder)) {
            process.baseline();
            inspect(process, PhotoBytes.withOrientation(PhotoBytes.jpeg(square, 0.9f), 6), "turned");
            inspect(process, PhotoBytes.flatPng(7071, 7071, 16, 6, 4), "deep PNG");
            inspect(process, PhotoBytes.flatPng(19_000, 2400, 8, 6, 4), "wide");
            if (LONG) {
                inspect(process, PhotoBytes.progressiveJpeg(square), "progressive");
                inspect(process, PhotoBytes.webp(square, false), "WebP");
                inspect(process, PhotoBytes.inkJpeg(square), "inks");
            }
        }

        assertThat(outcomes).containsOnlyKeys("seen");
    }

    private void inspect(InspectingProcess process, byte[] photo, String name) throws IOException {
        var file = Files.write(folder.resolve("photo"), photo);
        Files.deleteIfExists(folder.resolve("copy.jpg"));

        var answer = process.inspect(file);

        assertThat(answer).as(() -> name + " " + complaints()).isPresent();
        var words = answer.orElseThrow().split(" ", 2);
        outcomes.merge(words[0], 1, Integer::sum);
        times.add(Long.parseLong(words[1]));
        assertThat(Files.exists(folder.resolve("copy.jpg"))).as(name).isEqualTo(words[0].equals("seen"));
    }

    private String complaints() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
