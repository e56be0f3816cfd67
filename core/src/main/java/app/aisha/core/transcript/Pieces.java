package app.aisha.core.transcript;

import java.util.List;

/** What has been heard so far, piece by piece. Thread-safe; takes part in the caller's transaction. */
public interface Pieces {

    /** In the order of the recording; there may be gaps while listening goes on. */
    List<Piece> of(TranscriptId transcript);

    /** Keeps the piece. Where its index is kept already, the earlier one stays. */
    void keep(TranscriptId transcript, Piece piece);

    /** As if the piece of this index had never been kept. */
    void forget(TranscriptId transcript, int index);

    /** Makes room for another answer. Does nothing where the piece is not a lost one. */
    void forgetLost(TranscriptId transcript, int index);
}
