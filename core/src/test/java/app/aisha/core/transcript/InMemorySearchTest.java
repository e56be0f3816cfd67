package app.aisha.core.transcript;

import app.aisha.core.account.UserId;

class InMemorySearchTest implements TranscriptSearchContract {

    private final InMemoryTranscripts transcripts = new InMemoryTranscripts();

    @Override
    public Transcripts transcripts() {
        return transcripts;
    }

    @Override
    public TranscriptSearch search() {
        return new InMemorySearch(transcripts);
    }

    @Override
    public UserId someone() {
        return TranscriptExamples.someone();
    }
}
