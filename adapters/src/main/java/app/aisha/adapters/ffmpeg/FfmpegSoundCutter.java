package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Track;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Decodes with ffmpeg and cuts on the way. Pieces last about as long as wanted and at most 1.3 times that; of usual ones the
 * first is short, about 16 s, so that its text comes soon. Whether left and right are apart is heard in the first 10
 * minutes.
 */
public final class FfmpegSoundCutter implements SoundCutter {

    private static final Duration FIRST = Duration.ofSeconds(16);
    private static final double ENOUGH = 0.95;

    private final Ffmpeg ffmpeg;

    /** Uses this ffmpeg. */
    public FfmpegSoundCutter(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public List<Track> tracks(Path file) throws SoundToolUnavailable, InterruptedException {
        if (!Decoding.isStereo(ffmpeg, file)) {
            return List.of(Track.ALL);
        }
        var sides = new Sides();
        try (var run = Decoding.stereo(ffmpeg, file)) {
            for (var block = run.read(); block.isPresent(); block = run.read()) {
                sides.add(block.get());
            }
        }
        return sides.areApart() ? List.of(Track.LEFT, Track.RIGHT) : List.of(Track.ALL);
    }

    @Override
    public void cut(Path file, Wanted wanted, Listener listener)
            throws SoundUnreadable, SoundToolUnavailable, InterruptedException {
        var first = wanted.piece().compareTo(Wanted.USUAL_PIECE) > 0 ? wanted.piece() : FIRST;
        var cutter = new PieceCutter(first, wanted.piece(), listener);
        try (var run = Decoding.start(ffmpeg, file, wanted.track())) {
            var decoded = 0L;
            for (var block = run.read(); block.isPresent(); block = run.read()) {
                decoded += block.get().length;
                if (!cutter.add(block.get())) {
                    return;
                }
            }
            check(Decoding.length(decoded), wanted.expected(), run.ending());
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
