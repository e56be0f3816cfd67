package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundCutter.Listener;
import app.aisha.core.transcript.SoundPiece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Cuts a stream of samples into pieces while it arrives. A piece ends in the middle of a pause, near the wanted length;
 * where there is no pause until 1.3 times that length it ends anywhere, and the next piece repeats its last 2 s. What was
 * not handed out yet, at most one piece, is all that is kept. The pieces depend on the samples alone and not on the size of
 * the blocks they come in.
 */
final class PieceCutter {

    private static final int FRAME_BYTES = 640;
    static final Duration FRAME = Duration.ofMillis(20);
    private static final Duration OVERLAP = Duration.ofSeconds(2);
    private static final double LATEST = 1.3;
    private static final int LOOK_EVERY = 25;

    /** Before the last moment a pause has to be at least this good. */
    private static final double GOOD = 0.2;

    private final int target;
    private final Listener listener;
    private final Loudness loudness = new Loudness();
    private byte[] pcm;
    private int[] levels;
    private int bytes;
    private int frames;
    private int wanted;
    private int overlap;
    private int index;
    private long start;
    private boolean open = true;

    PieceCutter(Duration first, Duration target, Listener listener) {
        this.wanted = frames(first);
        this.target = frames(target);
        this.listener = listener;
        this.levels = new int[latest(Math.max(wanted, this.target)) + 1];
        this.pcm = new byte[levels.length * FRAME_BYTES];
    }

    /** Takes the next samples; false once the listener wants no more. */
    boolean add(byte[] block) throws InterruptedException {
        var taken = 0;
        while (open && taken < block.length) {
            var part = Math.min(block.length - taken, (frames + 1) * FRAME_BYTES - bytes);
            System.arraycopy(block, taken, pcm, bytes, part);
            bytes += part;
            taken += part;
            if (bytes == (frames + 1) * FRAME_BYTES) {
                frameIsFull();
            }
        }
        return open;
    }

    /** Hands out what is left after the last sample. */
    void end() throws InterruptedException {
        var rest = bytes - frames * FRAME_BYTES;
        if (open && rest >= 2) {
            measure(bytes);
        }
        if (open && bytes - overlap * FRAME_BYTES >= 2) {
            hand(frames, bytes - bytes % 2);
        }
        open = false;
    }

    private void frameIsFull() throws InterruptedException {
        measure(bytes);
        if (frames < wanted || ((frames - wanted) % LOOK_EVERY != 0 && frames < latest(wanted))) {
            return;
        }
        var last = frames >= latest(wanted);
        var good = last ? Double.NEGATIVE_INFINITY : GOOD;
        var pause = loudness.tellsPauses()
                ? Pauses.best(levels, frames, loudness.threshold(), wanted, good)
                : OptionalInt.empty();
        if (pause.isPresent()) {
            cut(pause.getAsInt(), 0);
        } else if (last) {
            cut(frames, frames(OVERLAP));
        }
    }

    private void measure(int end) {
        var level = Loudness.of(pcm, frames * FRAME_BYTES, end);
        levels[frames++] = level;
        loudness.count(level);
    }

    private void cut(int at, int repeated) throws InterruptedException {
        open = hand(at, at * FRAME_BYTES);
        var from = at - repeated;
        System.arraycopy(levels, from, levels, 0, frames - from);
        System.arraycopy(pcm, from * FRAME_BYTES, pcm, 0, bytes - from * FRAME_BYTES);
        frames -= from;
        bytes -= from * FRAME_BYTES;
        start += from * (FRAME_BYTES / 2L);
        overlap = repeated;
        wanted = target;
        index++;
    }

    private boolean hand(int lastFrame, int end) throws InterruptedException {
        var threshold = loudness.threshold();
        var voiced = Arrays.stream(levels, 0, lastFrame)
                .filter(level -> level >= threshold)
                .count();
        var samples =
                ByteBuffer.wrap(Arrays.copyOf(pcm, end)).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return listener.piece(new SoundPiece(
                index,
                Decoding.ofSamples(start),
                Decoding.ofSamples(start + end / 2),
                FRAME.multipliedBy(overlap),
                FRAME.multipliedBy(voiced),
                Pauses.all(levels, lastFrame, threshold, Decoding.ofSamples(end / 2)),
                samples));
    }

    private static int frames(Duration duration) {
        return Math.toIntExact(duration.dividedBy(FRAME));
    }

    private static int latest(int wanted) {
        return (int) (LATEST * wanted);
    }
}
