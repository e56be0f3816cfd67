package app.aisha.core.transcript;

import app.aisha.core.work.Job;

/** Long work on transcripts. */
public sealed interface TranscriptJob extends Job {

    TranscriptId transcript();

    @Override
    default String subject() {
        return transcript().value().toString();
    }

    /** Takes a transcript from where it is to its end. */
    record Transcribe(TranscriptId transcript) implements TranscriptJob {}
}
