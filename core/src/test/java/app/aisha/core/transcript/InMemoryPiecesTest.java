package app.aisha.core.transcript;

class InMemoryPiecesTest implements PiecesContract {

    private final Pieces pieces = new InMemoryPieces();

    @Override
    public Pieces pieces() {
        return pieces;
    }

    @Override
    public TranscriptId someTranscript() {
        return TranscriptExamples.someId();
    }
}
