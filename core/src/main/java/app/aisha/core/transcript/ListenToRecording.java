package app.aisha.core.transcript;

import app.aisha.core.transcript.SoundCutter.SoundUnreadable;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.Transcriber.Clip;
import app.aisha.core.transcript.Transcriber.Hearing;
import app.aisha.core.transcript.Transcriber.Hints;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a stored recording recognised: a short one in one request, a longer one piece by piece. Each answer is kept as it
 * arrives, so a run after a crash asks only for what is missing.
 */
public final class ListenToRecording {

    /** What the listening came to. */
    public sealed interface Outcome {

        /** All of it was heard that can be. */
        record Heard(Assembled text) implements Outcome {}

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
    public Outcome listen(Transcript.Working working, Path file, Hints hints)
            throws TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        var kept = pieces.of(working.id());
        if (isWhole(kept, working.original())) {
            return assembled(working);
        }
        var tracks = tracks(file);
        if (kept.isEmpty() && tracks.equals(List.of(Track.ALL)) && heardAtOnce(working, file, hints)) {
            return assembled(working);
        }
        return inPieces(working, file, kept, tracks, hints);
    }

    private static boolean isWhole(List<Piece> kept, Original original) {
        return kept.size() == 1
                && kept.getFirst().start().isZero()
                && kept.getFirst().end().equals(original.length());
    }

    /** Where sound cannot be decoded, short recordings are still heard as they are. */
    private List<Track> tracks(Path file) throws InterruptedException {
        try {
            return cutter.tracks(file);
        } catch (SoundToolUnavailable _) {
            return List.of(Track.ALL);
        }
    }

    private boolean heardAtOnce(Transcript.Working working, Path file, Hints hints)
            throws TranscriberUnavailable, InterruptedException {
        var original = working.original();
        if (!transcriber.acceptsAsIs(
                original.container(), original.length(), file.toFile().length())) {
            return false;
        }
        var clip = new Clip.WholeFile(file, original.container(), original.length());
        return switch (transcriber.transcribe(clip, hints)) {
            case Hearing.Heard heard -> {
                keepWhole(working, heard, file);
                yield true;
            }
            case Hearing.Refused _ -> false;
        };
    }

    private void keepWhole(Transcript.Working working, Hearing.Heard heard, Path file) throws InterruptedException {
        var whole = new Stretch(Duration.ZERO, working.original().length());
        var pauses = heard.text().isBlank() || !heard.segments().isEmpty() ? List.<Stretch>of() : pauses(file, whole);
        var said = new Piece.Result.Said(HeardPassages.of(heard, heard.text(), whole, pauses), heard.language());
        transactions.run(
                () -> pieces.keep(working.id(), new Piece(0, Track.ALL, whole.start(), whole.end(), false, said)));
    }

    /** None where the sound cannot be decoded. */
    private List<Stretch> pauses(Path file, Stretch whole) throws InterruptedException {
        var pauses = new ArrayList<Stretch>();
        try {
            cutter.cut(file, Wanted.all(whole.length()), piece -> {
                piece.pauses().forEach(pause -> pauses.add(pause.after(piece.start())));
                return true;
            });
        } catch (SoundUnreadable | SoundToolUnavailable _) {
            return pauses;
        }
        return pauses;
    }

    private Outcome inPieces(Transcript.Working working, Path file, List<Piece> kept, List<Track> tracks, Hints hints)
            throws TranscriberUnavailable, SoundToolUnavailable, InterruptedException {
        var length = working.original().length();
        var wanted = transcriber.pieceLength();
        var expected = tracks.size() * (int) (length.dividedBy(wanted) + 1);
        try (var round = new ListeningRound(kept, expected, transcriber, hints, keeper(working))) {
            for (var track : tracks) {
                cutter.cut(file, new Wanted(length, track, wanted), piece -> round.take(track, piece));
            }
            if (!round.finish()) {
                return new Outcome.Abandoned();
            }
        } catch (SoundUnreadable _) {
            return new Outcome.Rejected(RecordingProblem.BROKEN);
        }
        transactions.run(() -> outbox.post(new TranscriptNotice.Writing(working.owner(), working.id())));
        return assembled(working);
    }

    private ListeningRound.Keeper keeper(Transcript.Working working) {
        return new ListeningRound.Keeper() {

            @Override
            public boolean keep(Piece piece, int done, int total) {
                return transactions.call(() -> isCurrent(working) && keepCurrent(working, piece, done, total));
            }

            @Override
            public void forget(int index) {
                transactions.run(() -> pieces.forget(working.id(), index));
            }
        };
    }

    /** False when the transcript is no longer in the state this round works for. */
    private boolean isCurrent(Transcript.Working working) {
        return transcripts
                .find(working.id())
                .filter(found -> found.heading().version() == working.heading().version())
                .isPresent();
    }

    private boolean keepCurrent(Transcript.Working working, Piece piece, int done, int total) {
        pieces.keep(working.id(), piece);
        outbox.post(new TranscriptNotice.Listening(working.owner(), working.id(), done, total));
        return true;
    }

    private Outcome assembled(Transcript.Working working) {
        var text = Assembled.of(pieces.of(working.id()));
        return text.isLost() ? new Outcome.Rejected(RecordingProblem.REFUSED) : new Outcome.Heard(text);
    }
}
