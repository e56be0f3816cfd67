package app.aisha.core.transcript;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The pieces of a finished transcript as if those that were lost were missing; an answer takes the place of the loss. */
final class Gaps implements Pieces {

    private final Pieces pieces;
    private final Set<Integer> answered = new HashSet<>();

    Gaps(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public synchronized List<Piece> of(TranscriptId transcript) {
        return pieces.of(transcript).stream()
                .filter(piece -> !(piece.result() instanceof Piece.Result.Lost) || answered.contains(piece.index()))
                .toList();
    }

    @Override
    public synchronized void keep(TranscriptId transcript, Piece piece) {
        pieces.forgetLost(transcript, piece.index());
        pieces.keep(transcript, piece);
        answered.add(piece.index());
    }

    @Override
    public void forget(TranscriptId transcript, int index) {
        pieces.forget(transcript, index);
    }

    @Override
    public void forgetLost(TranscriptId transcript, int index) {
        pieces.forgetLost(transcript, index);
    }

    synchronized int answers() {
        return answered.size();
    }
}
