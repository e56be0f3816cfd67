package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.OperatorAlarm;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One chat model of one server, shared by all that ask it: one queue, one pause while it waits for its operator, one memory of
 * how it wants to be asked. Thread-safe.
 */
public final class TextService {

    private static final Logger LOG = LoggerFactory.getLogger(TextService.class);
    private static final String VISION = "OPENAI_VISION_MODEL";
    private static final int AT_ONCE = 4;

    private final TextSettings settings;
    private final ChatServer server;
    private final ServiceLine line;
    private final InstantSource clock;
    private volatile ChatManner manner = ChatManner.BEST;

    /** Talks to the server of the settings. */
    public TextService(TextSettings settings, OperatorAlarm alarm, InstantSource clock) {
        this(settings, "OPENAI_TEXT_MODEL", alarm, clock, client(settings), Patience.realForText());
    }

    /**
     * Asks another model of the same server, one that looks at pictures. Where that model is unknown, only what is asked of it
     * waits for the operator.
     *
     * @param model OPENAI_VISION_MODEL, as the server calls it
     */
    public static TextService looking(TextSettings settings, String model, OperatorAlarm alarm, InstantSource clock) {
        if (model.isBlank()) {
            throw new IllegalArgumentException(VISION + " must not be blank");
        }
        return new TextService(settings.with(model), VISION, alarm, clock, client(settings), Patience.realForText());
    }

    TextService(
            TextSettings settings,
            String modelVariable,
            OperatorAlarm alarm,
            InstantSource clock,
            HttpClient http,
            Patience patience) {
        this.settings = settings;
        this.server = new ChatServer(settings, modelVariable, http, clock);
        var atOnce = Whereabouts.of(settings.baseUrl()) == Whereabouts.PRIVATE ? 1 : AT_ONCE;
        this.line = new ServiceLine(
                new AdaptiveGate(atOnce, atOnce), new ServicePause(alarm, settings.pause(), clock), patience);
        this.clock = clock;
    }

    private static HttpClient client(TextSettings settings) {
        return HttpClients.create(settings.proxy(), Patience.CONNECT);
    }

    /** Asks, first in the way that worked last. */
    <T> ChatEnding<T> ask(ChatPrompt prompt, ChatCall.Reading<T> reading)
            throws ServiceUnavailable, InterruptedException {
        var first = manner;
        var question = new ChatQuestion(settings.model(), settings.answerTokens(), prompt, first);
        return new ChatCall<>(this, question, reading, worked -> learn(first, worked)).ending();
    }

    /** Open while the service waits for its operator or cannot be reached. */
    public Circuit circuit() {
        return line.pause();
    }

    TextSettings settings() {
        return settings;
    }

    ChatServer server() {
        return server;
    }

    ServiceLine line() {
        return line;
    }

    InstantSource clock() {
        return clock;
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
