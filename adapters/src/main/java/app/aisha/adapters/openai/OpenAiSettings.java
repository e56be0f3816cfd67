package app.aisha.adapters.openai;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the service is and which models to ask for.
 *
 * @param baseUrl OPENAI_BASE_URL, up to and with {@code /v1}; a slash at the end is ignored; one that ends in {@code
 *     /audio/transcriptions} or {@code /inference} is the very address of the recognition
 * @param key OPENAI_API_KEY; servers of one's own may need none
 * @param speechModel OPENAI_SPEECH_MODEL, as the server calls it
 * @param proxy HTTP_PROXY_URL, {@code http://[user:password@]host:port}
 * @param probing OPENAI_SPEECH_PROBE
 * @param pause OPENAI_PAUSE, between two tries while the service waits for its operator
 */
public record OpenAiSettings(
        URI baseUrl, Optional<Secret> key, String speechModel, Optional<URI> proxy, Probing probing, Duration pause) {

    /** Where OpenAI itself is. */
    public static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /** The pause unless something else is said. */
    public static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    /** Whether a second of generated sound is sent to see what the server can do. */
    public enum Probing {
        /** Everywhere but at OpenAI with a model that is known: there it costs money and tells nothing. */
        AUTO,
        ALWAYS,
        NEVER
    }

    /** Refuses addresses that cannot work. */
    public OpenAiSettings {
        var scheme = baseUrl.getScheme();
        if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("OPENAI_BASE_URL must be an http or https address");
        }
        if (speechModel.isBlank()) {
            throw new IllegalArgumentException("OPENAI_SPEECH_MODEL must not be blank");
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    URI transcriptions() {
        var path = baseUrl.getPath();
        return path.endsWith("/audio/transcriptions") || path.endsWith("/inference")
                ? baseUrl
                : URI.create(baseUrl + "/audio/transcriptions");
    }

    ServiceAccount account() {
        return new ServiceAccount(ServiceAccount.Kind.SPEECH, baseUrl, key, speechModel);
    }

    boolean wantsProbe() {
        return switch (probing) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                Whereabouts.of(baseUrl) != Whereabouts.OPENAI
                        || !ModelProfile.of(speechModel).known();
        };
    }
}
