package app.aisha.adapters.textfiles;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.TextFiles;
import app.aisha.core.transcript.TextFiles.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged texts and documents: each is read or refused, and soon. */
class TextFilesFuzzTest {

    private static final int FILES = Boolean.getBoolean("aisha.long") ? 50_000 : 500;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private final TextFiles textFiles = new IcuTextFiles();

    @Test
    void everyFileIsReadOrRefused() throws Exception {
        var corpus = List.copyOf(WrittenFiles.all().values());
        Map<String, Integer> outcomes = new TreeMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var seed = 0; seed < FILES; seed++) {
                var damaged = damaged(corpus.get(seed % corpus.size()), new Random(seed));
                var file = Files.write(folder.resolve("damaged"), damaged);
                try {
                    var outcome = threads.submit(() -> outcome(file)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    outcomes.merge(outcome, 1, Integer::sum);
                } catch (ExecutionException | TimeoutException e) {
                    throw new AssertionError("Seed " + seed, e);
                }
            }
        }

        assertThat(outcomes).containsKeys("TXT", "SRT", "DOCX", "DOCUMENT_BROKEN", "NoText");
        System.out.printf("%d damaged texts (seeds 0 to %d): %s%n", FILES, FILES - 1, outcomes);
    }

    private String outcome(Path file) {
        return switch (textFiles.read(file)) {
            case Reading.Read read -> {
                assertThat(read.passages()).allMatch(passage -> !passage.text().contains("\n"));
                yield read.format().name();
            }
            case Reading.Unreadable(var problem) -> problem.name();
            case Reading.NoText _ -> "NoText";
        };
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                for (var i = random.nextInt(1, 20); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 2 -> {
                var start = random.nextInt(bytes.length);
                var noise = new byte[random.nextInt(1, 400)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, bytes, start, Math.min(noise.length, bytes.length - start));
            }
            default -> {
                var from = random.nextInt(bytes.length);
                var to = random.nextInt(bytes.length);
                System.arraycopy(whole, from, bytes, to, whole.length - Math.max(from, to));
            }
        }
        return bytes;
    }
}
