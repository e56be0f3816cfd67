package app.aisha.core.transcript;

import java.util.UUID;

class InMemoryPassagesTest implements PassagesContract {

    private final Passages passages = new InMemoryPassages();

    @Override
    public Passages passages() {
        return passages;
    }

    @Override
    public TranscriptId someTranscript() {
        return new TranscriptId(UUID.randomUUID());
    }
}
