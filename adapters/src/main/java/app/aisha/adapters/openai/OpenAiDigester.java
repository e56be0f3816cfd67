package app.aisha.adapters.openai;

import app.aisha.core.digest.Digester;
import app.aisha.core.digest.Draft;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;
import app.aisha.core.work.OperatorAlarm;
import java.time.InstantSource;

/**
 * Digests by a chat model of OpenAI or of a compatible server. The transcript is given as data behind a mark that nobody can
 * guess. A strict schema is asked for first; where a server does not understand that, JSON and then words alone, and it is
 * asked that way from then on. An answer of another form is asked for once more. A call makes at most six tries with waits
 * of thirty seconds in all; a timeout (five minutes) is tried once more. While the key is refused or the quota spent nothing is
 * sent but one question a minute. Neither the key nor what was said gets into a log.
 */
public final class OpenAiDigester implements Digester {

    private final TextService service;

    /** Talks to the server of the settings. */
    public OpenAiDigester(TextSettings settings, OperatorAlarm alarm, InstantSource clock) {
        this(new TextService(settings, alarm, clock));
    }

    /** Shares the service with others. */
    public OpenAiDigester(TextService service) {
        this.service = service;
    }

    @Override
    public Answer write(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException {
        var form = DigestForm.of(request);
        var prompt = DigestPrompt.of(request, excerpt, Fence.unguessable());
        try {
            return switch (service.ask(prompt, (said, _) -> new DraftReader(form).read(said))) {
                case ChatEnding.Answered<Draft>(var draft) -> new Answer.Written(draft);
                case ChatEnding.Refused<Draft>(var reason) -> new Answer.Refused(reason);
                case ChatEnding.Blind<Draft> _ -> throw new IllegalStateException("No picture was shown");
                case ChatEnding.TooLong<Draft> _ -> new Answer.TooLong();
                case ChatEnding.Garbled<Draft> _ -> new Answer.Garbled();
            };
        } catch (ServiceUnavailable e) {
            throw new DigesterUnavailable(e.why(), e.pause(), e.needsOperator());
        }
    }

    @Override
    public int capacity() {
        return service.settings().capacity();
    }

    @Override
    public String model() {
        return service.settings().model();
    }
}
