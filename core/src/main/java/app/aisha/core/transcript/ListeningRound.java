package app.aisha.core.transcript;

import static java.util.stream.Collectors.toMap;

import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run over the missing pieces of a recording: several in flight, each kept as it comes. */
final class ListeningRound implements AutoCloseable {

    /** Seconds of sound decoded and not yet answered; at two megabytes a minute this bounds the memory of a round. */
    private static final int IN_FLIGHT = 720;

    /** Where answers go. */
    interface Keeper {

        /** False ends the round. */
        boolean keep(Piece piece, int done, int total);

        /** What was kept under this number does not belong to the recording as it is cut now. */
        void forget(int index);
    }

    private final Map<Integer, Piece> kept;
    private final int expected;
    private final Transcriber transcriber;
    private final Keeper keeper;
    private final Hints hints;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicReference<@Nullable TranscriberUnavailable> unavailable = new AtomicReference<>();
    private final List<Future<?>> hearings = new ArrayList<>();
    private volatile boolean abandoned;

    /**
     * A round for what is missing.
     *
     * @param expected how many pieces there will be at least, until the whole recording is cut
     */
    ListeningRound(List<Piece> kept, int expected, Transcriber transcriber, Hints hints, Keeper keeper) {
        this.kept = kept.stream().collect(toMap(Piece::index, piece -> piece));
        this.expected = expected;
        this.transcriber = transcriber;
        this.hints = hints;
        this.keeper = keeper;
    }

    /** The next piece of a track; false when no more are wanted. */
    boolean take(Track track, SoundPiece cut) throws InterruptedException {
        if (stopped()) {
            return false;
        }
        var piece = cut.numbered(seen.getAndIncrement());
        if (isKept(track, piece)) {
            done.incrementAndGet();
            return true;
        }
        if (piece.voiced().isZero()) {
            keep(track, piece, new Piece.Result.Silent());
            return !stopped();
        }
        var seconds = Math.clamp(piece.length().toSeconds(), 1, IN_FLIGHT);
        room.acquire(seconds);
        hearings.add(workers.submit(() -> hear(track, piece, seconds)));
        return true;
    }

    /**
     * The length of pieces may have been another one when an earlier run kept its own. A kept piece knows its place to the
     * millisecond.
     */
    private boolean isKept(Track track, SoundPiece piece) {
        var before = kept.remove(piece.index());
        if (before == null) {
            return false;
        }
        var same = before.track() == track
                && before.start().toMillis() == piece.start().toMillis()
                && before.end().toMillis() == piece.end().toMillis();
        if (!same) {
            keeper.forget(before.index());
        }
        return same;
    }

    /** Waits for the pieces in flight; false when the transcript is no longer ours. */
    boolean finish() throws TranscriberUnavailable, InterruptedException {
        for (var hearing : hearings) {
            outcomeOf(hearing);
        }
        var pause = unavailable.get();
        if (pause != null && !abandoned) {
            throw pause;
        }
        if (!abandoned) {
            kept.keySet().forEach(keeper::forget);
        }
        if (!abandoned && done.get() < seen.get()) {
            throw new IllegalStateException("Only %d of %d pieces have an answer".formatted(done.get(), seen.get()));
        }
        return !abandoned;
    }

    private static void outcomeOf(Future<?> hearing) throws InterruptedException {
        try {
            hearing.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("A piece could not be handled", e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }

    private boolean stopped() {
        return abandoned || unavailable.get() != null;
    }

    private void hear(Track track, SoundPiece piece, int seconds) {
        try {
            if (!stopped()) {
                keep(track, piece, resultOf(piece, transcriber.transcribe(new Clip.Piece(piece), hints)));
            }
        } catch (TranscriberUnavailable e) {
            unavailable.compareAndSet(null, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            room.release(seconds);
        }
    }

    private Piece.Result resultOf(SoundPiece piece, Hearing hearing) {
        return switch (hearing) {
            case Hearing.Heard heard -> {
                var text = Phantoms.removedFrom(heard.text(), piece.voiced(), hints.vocabulary());
                var clip = new Stretch(piece.start(), piece.end());
                yield new Piece.Result.Said(HeardPassages.of(heard, text, clip, piece.pauses()), heard.language());
            }
            case Hearing.Refused _ -> new Piece.Result.Lost();
        };
    }

    private void keep(Track track, SoundPiece piece, Piece.Result result) {
        var answered = new Piece(
                piece.index(),
                track,
                piece.start(),
                piece.end(),
                !piece.overlap().isZero(),
                result);
        var count = done.incrementAndGet();
        if (!keeper.keep(answered, count, Math.max(count, Math.max(seen.get(), expected)))) {
            abandoned = true;
        }
    }
}
