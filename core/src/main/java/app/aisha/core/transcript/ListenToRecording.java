package app.aisha.core.transcript;

import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has a stored recording recognised: a short one in one request, a longer one piece by piece. Each answer is kept as it
 * arrives, so a run after a crash asks only for what is missing.
 */
public final class ListenToRecording {

    /** What the listening came to. */
    public sealed interface Outcome {

        /**
         * All of it was heard.
         *
         * @param sounding how much of the recording had words in it; silence and gaps do not count
         */
        record Heard(Wording wording, Duration sounding) implements Outcome {}

        record Rejected(RecordingProblem problem) implements Outcome {}

        /** The transcript was cancelled or taken over meanwhile. */
        record Abandoned() implements Outcome {}
    }

    private final SoundCutter cutter;
    private final Transcriber transcriber;
    private final Pieces pieces;
    private final Transcripts transcripts;
    private final Outbox outbox;
    private final Transactions transactions;

    public ListenToRecording(
            SoundCutter cutter,
            Transcriber transcriber,
            Pieces pieces,
            Transcripts transcripts,
            Outbox outbox,
            Transactions transactions) {
        this.cutter = cutter;
        this.transcriber = transcriber;
        this.pieces = pieces;
        this.transcripts = transcripts;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Takes up where an earlier run stopped. */
    public Outcome listen(Transcript.Working working, Path file)
            throws TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        var kept = pieces.of(working.id());
        if (isWhole(kept, working.original()) || (kept.isEmpty() && heardAtOnce(working, file))) {
            return wording(working);
        }
        return inPieces(working, file, kept);
    }

    private static boolean isWhole(List<Piece> kept, Original original) {
        return kept.size() == 1
                && kept.getFirst().start().isZero()
                && kept.getFirst().end().equals(original.length());
    }

    private boolean heardAtOnce(Transcript.Working working, Path file)
            throws TranscriberUnavailable, InterruptedException {
        var original = working.original();
        if (!transcriber.acceptsAsIs(
                original.container(), original.length(), file.toFile().length())) {
            return false;
        }
        var clip = new Clip.WholeFile(file, original.container(), original.length());
        return switch (transcriber.transcribe(clip, new Hints(working.heading().spoken()))) {
            case Hearing.Heard heard -> {
                var said = new Piece.Result.Said(heard.text(), heard.language());
                transactions.run(
                        () -> pieces.keep(working.id(), new Piece(0, Duration.ZERO, original.length(), false, said)));
                yield true;
            }
            case Hearing.Refused _ -> false;
        };
    }

    private Outcome inPieces(Transcript.Working working, Path file, List<Piece> kept)
            throws TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        try (var round = new ListeningRound(working, kept, transcriber, this::keep)) {
            cutter.cut(file, working.original().length(), round::take);
            if (!round.finish()) {
                return new Outcome.Abandoned();
            }
        } catch (SoundUnreadable _) {
            return new Outcome.Rejected(RecordingProblem.BROKEN);
        }
        transactions.run(() -> outbox.post(new TranscriptNotice.Writing(working.owner(), working.id())));
        return wording(working);
    }

    /** False when the transcript is no longer in the state this round works for. */
    private boolean keep(Transcript.Working working, Piece piece, int done, int total) {
        return transactions.call(() -> {
            var current = transcripts
                    .find(working.id())
                    .filter(found ->
                            found.heading().version() == working.heading().version());
            if (current.isEmpty()) {
                return false;
            }
            pieces.keep(working.id(), piece);
            outbox.post(new TranscriptNotice.Listening(working.owner(), working.id(), done, total));
            return true;
        });
    }

    private Outcome wording(Transcript.Working working) {
        var kept = pieces.of(working.id());
        var lost = (int) kept.stream()
                .filter(piece -> piece.result() instanceof Piece.Result.Lost)
                .count();
        var said = kept.stream()
                .filter(piece -> piece.result() instanceof Piece.Result.Said)
                .count();
        if (lost > 0 && said == 0) {
            return new Outcome.Rejected(RecordingProblem.REFUSED);
        }
        return new Outcome.Heard(new Wording(PieceJoiner.join(parts(kept)), language(kept), lost), sounding(kept));
    }

    /** What two pieces share counts once. */
    private static Duration sounding(List<Piece> kept) {
        var sum = Duration.ZERO;
        var end = Duration.ZERO;
        for (var piece : kept) {
            if (piece.result() instanceof Piece.Result.Said said && !said.text().isBlank()) {
                var from = piece.start().compareTo(end) > 0 ? piece.start() : end;
                sum = sum.plus(piece.end().minus(from));
                end = piece.end();
            }
        }
        return sum;
    }

    private static List<PieceJoiner.Part> parts(List<Piece> kept) {
        return kept.stream()
                .flatMap(piece -> switch (piece.result()) {
                    case Piece.Result.Said said -> Stream.of(new PieceJoiner.Part(said.text(), piece.overlaps()));
                    case Piece.Result.Silent _ -> Stream.empty();
                    case Piece.Result.Lost _ -> Stream.of(new PieceJoiner.Part(gap(piece), false));
                })
                .toList();
    }

    private static String gap(Piece piece) {
        return "[%s–%s …]".formatted(clock(piece.start()), clock(piece.end()));
    }

    private static String clock(Duration at) {
        return "%02d:%02d:%02d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    private static Optional<String> language(List<Piece> kept) {
        return kept.stream()
                .flatMap(piece -> piece.result() instanceof Piece.Result.Said said
                        ? said.language().stream()
                        : Optional.<String>empty().stream())
                .findFirst();
    }
}
