package app.aisha.core.transcript;

import app.aisha.core.work.Job;

/** Long work on transcripts. */
public sealed interface TranscriptJob extends Job {

    TranscriptId transcript();

    @Override
    default String subject() {
        return transcript().value().toString();
    }

    /** Takes a transcript from where it is to its end, or to the price its owner has to agree to. */
    record Transcribe(TranscriptId transcript) implements TranscriptJob {}

    /** Takes it on from there; the job before may not have left the line yet. */
    record Continue(TranscriptId transcript) implements TranscriptJob {}

    /** Ends a transcript whose owner never agreed to the price. */
    record Lapse(TranscriptId transcript) implements TranscriptJob {}
}
