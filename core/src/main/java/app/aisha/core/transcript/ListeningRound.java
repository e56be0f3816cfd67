package app.aisha.core.transcript;

import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run over the missing pieces of a recording: several in flight, each kept as it comes. */
final class ListeningRound implements AutoCloseable {

    /** Pieces decoded and not yet answered; at two megabytes a minute this bounds the memory of a round. */
    private static final int IN_FLIGHT = 12;

    private static final Duration TYPICAL_PIECE = Duration.ofSeconds(45);

    /** Where answers go; false ends the round. */
    @FunctionalInterface
    interface Keeper {

        boolean keep(Transcript.Working working, Piece piece, int done, int total);
    }

    private final Transcript.Working working;
    private final Set<Integer> kept;
    private final Transcriber transcriber;
    private final Keeper keeper;
    private final Hints hints;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicInteger done;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicReference<@Nullable TranscriberUnavailable> unavailable = new AtomicReference<>();
    private final List<Future<?>> hearings = new ArrayList<>();
    private volatile boolean abandoned;

    ListeningRound(Transcript.Working working, List<Piece> kept, Transcriber transcriber, Keeper keeper) {
        this.working = working;
        this.kept = kept.stream().map(Piece::index).collect(Collectors.toSet());
        this.transcriber = transcriber;
        this.keeper = keeper;
        this.hints = new Hints(working.heading().spoken());
        this.done = new AtomicInteger(kept.size());
    }

    boolean take(SoundPiece piece) throws InterruptedException {
        if (stopped()) {
            return false;
        }
        seen.incrementAndGet();
        if (kept.contains(piece.index())) {
            return true;
        }
        if (piece.voiced().isZero()) {
            keep(piece, new Piece.Result.Silent());
            return !stopped();
        }
        room.acquire();
        hearings.add(workers.submit(() -> hear(piece)));
        return true;
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

    private void hear(SoundPiece piece) {
        try {
            if (!stopped()) {
                keep(piece, resultOf(piece, transcriber.transcribe(new Clip.Piece(piece), hints)));
            }
        } catch (TranscriberUnavailable e) {
            unavailable.compareAndSet(null, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }

    private Piece.Result resultOf(SoundPiece piece, Hearing hearing) {
        return switch (hearing) {
            case Hearing.Heard heard ->
                new Piece.Result.Said(
                        Phantoms.removedFrom(heard.text(), piece.voiced(), hints.vocabulary()), heard.language());
            case Hearing.Refused _ -> new Piece.Result.Lost();
        };
    }

    private void keep(SoundPiece piece, Piece.Result result) {
        var answered = new Piece(
                piece.index(), piece.start(), piece.end(), !piece.overlap().isZero(), result);
        var count = done.incrementAndGet();
        if (!keeper.keep(working, answered, count, Math.max(count, total()))) {
            abandoned = true;
        }
    }

    /** Until the whole recording is cut, an estimate. */
    private int total() {
        var typical = working.original().length().dividedBy(TYPICAL_PIECE) + 1;
        return Math.max(seen.get(), (int) typical);
    }
}
