package app.aisha.app.observe;

import app.aisha.core.digest.Digester;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;

/** Watches what a language model is asked about transcripts. */
public final class WatchedDigester implements Digester {

    private final Digester digester;
    private final Calls calls;

    public WatchedDigester(Digester digester, Calls calls) {
        this.digester = digester;
        this.calls = calls;
    }

    @Override
    public Answer write(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException {
        try (var call = calls.ofProvider("text", "digest")) {
            var answer = digester.write(request, excerpt);
            call.ended(Calls.kind(answer));
            return answer;
        }
    }

    @Override
    public int capacity() {
        return digester.capacity();
    }

    @Override
    public String model() {
        return digester.model();
    }
}
