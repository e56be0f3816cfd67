package app.aisha.core.digest;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;

class InMemoryDigestsTest implements DigestsContract {

    private final Digests digests = new InMemoryDigests();

    @Override
    public Digests digests() {
        return digests;
    }

    @Override
    public UserId someone() {
        return TranscriptExamples.someone();
    }

    @Override
    public TranscriptId someTranscript(UserId owner) {
        return TranscriptExamples.someId();
    }
}
