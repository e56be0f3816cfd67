package app.aisha.app.observe;

import app.aisha.core.transcript.Transcriber;
import java.time.Duration;

/** Watches the recognition of speech. */
public final class WatchedTranscriber implements Transcriber {

    private final Transcriber transcriber;
    private final Calls calls;

    public WatchedTranscriber(Transcriber transcriber, Calls calls) {
        this.transcriber = transcriber;
        this.calls = calls;
    }

    @Override
    public Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException {
        try (var call = calls.ofProvider("speech", "transcribe")) {
            var hearing = transcriber.transcribe(clip, hints);
            call.ended(Calls.kind(hearing));
            return hearing;
        }
    }

    @Override
    public boolean acceptsAsIs(String container, Duration length, long bytes) {
        return transcriber.acceptsAsIs(container, length, bytes);
    }

    @Override
    public Duration pieceLength() {
        return transcriber.pieceLength();
    }
}
