package app.aisha.app.observe;

import app.aisha.core.picture.PromptWriter;

/** Watches what a language model is asked about pictures. */
public final class WatchedWriter implements PromptWriter {

    private final PromptWriter writer;
    private final Calls calls;

    public WatchedWriter(PromptWriter writer, Calls calls) {
        this.writer = writer;
        this.calls = calls;
    }

    @Override
    public Answer write(Request request) throws WriterUnavailable, InterruptedException {
        try (var call = calls.ofProvider("text", "prompt")) {
            var answer = writer.write(request);
            call.ended(Calls.kind(answer));
            return answer;
        }
    }
}
