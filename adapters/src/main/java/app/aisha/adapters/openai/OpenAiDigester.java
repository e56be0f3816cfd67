package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.digest.Digester;
import app.aisha.core.digest.Excerpt;
import app.aisha.core.digest.Request;
import app.aisha.core.work.OperatorAlarm;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Digests by a chat model of OpenAI or of a compatible server. The transcript is given as data behind a mark that nobody can
 * guess. A strict schema is asked for first; where a server does not understand that, JSON and then words alone, and it is
 * asked that way from then on. An answer of another form is asked for once more. A call makes at most six tries with waits
 * of thirty seconds in all; a timeout (five minutes) is tried once more. While the key is refused or the quota spent nothing is
 * sent but one question a minute. Neither the key nor what was said gets into a log.
 */
public final class OpenAiDigester implements Digester {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiDigester.class);
    private static final int AT_ONCE = 4;

    private final TextSettings settings;
    private final ChatServer server;
    private final ServiceLine line;
    private final InstantSource clock;
    private volatile ChatManner manner = ChatManner.BEST;

    /** Talks to the server of the settings. */
    public OpenAiDigester(TextSettings settings, OperatorAlarm alarm, InstantSource clock) {
        this(settings, alarm, clock, HttpClients.create(settings.proxy(), Patience.CONNECT), Patience.realForText());
    }

    OpenAiDigester(
            TextSettings settings, OperatorAlarm alarm, InstantSource clock, HttpClient http, Patience patience) {
        this.settings = settings;
        this.server = new ChatServer(settings, http, clock);
        var atOnce = Whereabouts.of(settings.baseUrl()) == Whereabouts.PRIVATE ? 1 : AT_ONCE;
        this.line = new ServiceLine(
                new AdaptiveGate(atOnce, atOnce), new ServicePause(alarm, settings.pause(), clock), patience);
        this.clock = clock;
    }

    @Override
    public Answer write(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException {
        var prompt = DigestPrompt.of(request, excerpt, Fence.unguessable());
        var first = manner;
        var question = new ChatQuestion(settings.model(), settings.answerTokens(), prompt, first);
        try {
            return new DigestCall(server, line, clock, question, worked -> learn(first, worked)).answer();
        } catch (ServiceUnavailable e) {
            throw new DigesterUnavailable(e.why(), e.pause(), e.needsOperator());
        }
    }

    @Override
    public int capacity() {
        return settings.capacity();
    }

    @Override
    public String model() {
        return settings.model();
    }

    /** Only what this call found out, lest it undo what another one did. */
    private void learn(ChatManner first, ChatManner worked) {
        if (!worked.equals(first)) {
            manner = worked;
            LOG.info(
                    "Text service at {} with model {} is asked by {}, limit {}",
                    settings.baseUrl().getHost(),
                    settings.model(),
                    worked.form(),
                    worked.limit());
        }
    }
}
