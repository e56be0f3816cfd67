package app.aisha.core.transcript;

import app.aisha.core.account.UserId;

class InMemoryTranscriptsTest implements TranscriptsContract {

    private final Transcripts transcripts = new InMemoryTranscripts();

    @Override
    public Transcripts transcripts() {
        return transcripts;
    }

    @Override
    public UserId someone() {
        return TranscriptExamples.someone();
    }
}
