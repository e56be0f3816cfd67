package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.SoundInspector.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of all kinds: each is refused with its reason or cut into pieces, and none leaves anything behind. */
class MediaFuzzTest {

    private static final int FILES = Boolean.getBoolean("aisha.long") ? 10_000 : 200;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 60;
    private static final int SHORTEST_PIECE_SECONDS = 9;

    @TempDir
    private Path folder;

    private final Ffmpeg ffmpeg = Sounds.ffmpeg();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    MediaFuzzTest() throws Exception {}

    @Test
    void everyFileIsRefusedWithAReasonOrCutIntoPieces() throws Exception {
        var corpus = new MediaCorpus(folder);
        var temporary = temporaryFiles();
        var next = new AtomicInteger();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var working = IntStream.range(0, AT_ONCE)
                    .mapToObj(worker -> workers.submit(() -> {
                        for (var seed = next.getAndIncrement(); seed < FILES; seed = next.getAndIncrement()) {
                            var file = Files.write(folder.resolve("damaged-" + worker), corpus.file(seed));
                            count(threads.submit(() -> outcome(file)), seed);
                        }
                        return worker;
                    }))
                    .toList();
            for (var worker : working) {
                worker.get();
            }
        }

        assertThat(Sounds.programsRunning("ff")).isEmpty();
        assertThat(ffmpeg.folder()).isEmptyDirectory();
        assertThat(temporaryFiles()).isEqualTo(temporary);
        assertThat(outcomes).containsKeys("cut", "unreadable", "NOT_A_RECORDING", "BROKEN", "TOO_SHORT");
        System.out.printf(
                "%d files (%d whole, then damaged; seeds 0 to %d): %s%n", FILES, corpus.size(), FILES - 1, outcomes);
    }

    private void count(Future<String> outcome, int seed) throws InterruptedException {
        try {
            var word = outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            synchronized (outcomes) {
                outcomes.merge(word, 1, Integer::sum);
            }
        } catch (TimeoutException hanging) {
            outcome.cancel(true);
            throw new AssertionError("Seed " + seed + " hangs", hanging);
        } catch (ExecutionException failed) {
            throw new AssertionError("Seed " + seed, failed);
        }
    }

    private String outcome(Path file) throws Exception {
        return switch (new FfmpegSoundInspector(ffmpeg).inspect(file)) {
            case Inspection.NoSound(var problem) -> refused(file, problem);
            case Inspection.Sound sound -> cut(file, sound.length()) ? "cut" : "unreadable";
        };
    }

    /** What was refused is not cut later; should it be all the same, it must not be endless either. */
    private String refused(Path file, RecordingProblem problem) throws Exception {
        cut(file, Duration.ofSeconds(2));
        return problem.name();
    }

    private boolean cut(Path file, Duration length) throws Exception {
        var pieces = new AtomicInteger();
        var end = new AtomicInteger();
        try {
            new FfmpegSoundCutter(ffmpeg).cut(file, Wanted.all(length), piece -> {
                pieces.incrementAndGet();
                end.set((int) piece.end().toSeconds());
                return true;
            });
        } catch (SoundUnreadable _) {
            return false;
        }
        assertThat(pieces.get()).isBetween(1, 2 + end.get() / SHORTEST_PIECE_SECONDS);
        return true;
    }

    private static List<Path> temporaryFiles() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("ff"))
                    .sorted()
                    .toList();
        }
    }
}
