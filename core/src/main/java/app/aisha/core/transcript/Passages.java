package app.aisha.core.transcript;

import java.util.List;

/** What finished transcripts consist of. Thread-safe; takes part in the caller's transaction. */
public interface Passages {

    /** In the order of the transcript; empty where nothing was said. */
    List<Passage> of(TranscriptId transcript);

    /** Keeps these in place of what was kept before. */
    void keep(TranscriptId transcript, List<Passage> passages);
}
