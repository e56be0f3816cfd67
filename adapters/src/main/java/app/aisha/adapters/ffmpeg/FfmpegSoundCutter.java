package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Decodes with ffmpeg and cuts on the way. The first piece is a short one of about 16 s, so that its text comes soon; the
 * others last about 45 s and never longer than 60 s.
 */
public final class FfmpegSoundCutter implements SoundCutter {

    private static final Duration FIRST = Duration.ofSeconds(16);
    private static final Duration TARGET = Duration.ofSeconds(45);
    private static final double ENOUGH = 0.95;

    private final Ffmpeg ffmpeg;

    /** Uses this ffmpeg. */
    public FfmpegSoundCutter(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public void cut(Path file, Duration expected, Listener listener)
            throws SoundUnreadable, SoundToolUnavailable, InterruptedException {
        var cutter = new PieceCutter(FIRST, TARGET, listener);
        try (var run = Decoding.start(ffmpeg, file)) {
            var decoded = 0L;
            for (var block = run.read(); block.isPresent(); block = run.read()) {
                decoded += block.get().length;
                if (!cutter.add(block.get())) {
                    return;
                }
            }
            check(Decoding.length(decoded), expected, run.ending());
        }
        cutter.end();
    }

    private static void check(Duration decoded, Duration expected, FfmpegRun.Ending ending) throws SoundUnreadable {
        if (ending.wasKilled() || decoded.toNanos() < expected.toNanos() * ENOUGH) {
            throw new SoundUnreadable("Only %d of %d ms could be decoded (ended with %d: %s)"
                    .formatted(decoded.toMillis(), expected.toMillis(), ending.exitCode(), ending.complaint()));
        }
    }
}
