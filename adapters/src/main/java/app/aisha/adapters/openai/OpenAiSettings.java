package app.aisha.adapters.openai;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Where the service is and which models to ask for.
 *
 * @param baseUrl OPENAI_BASE_URL, up to and with {@code /v1}; a slash at the end is ignored
 * @param key OPENAI_API_KEY; servers of one's own may need none
 * @param speechModel OPENAI_SPEECH_MODEL, as the server calls it
 * @param proxy HTTP_PROXY_URL, {@code http://[user:password@]host:port}
 */
public record OpenAiSettings(URI baseUrl, Optional<Secret> key, String speechModel, Optional<URI> proxy) {

    /** Where OpenAI itself is. */
    public static final URI OPENAI = URI.create("https://api.openai.com/v1");

    /** Refuses addresses that cannot work. */
    public OpenAiSettings {
        var scheme = baseUrl.getScheme();
        if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("OPENAI_BASE_URL must be an http or https address");
        }
        if (speechModel.isBlank()) {
            throw new IllegalArgumentException("OPENAI_SPEECH_MODEL must not be blank");
        }
    }

    URI at(String path) {
        return URI.create(baseUrl.toString().replaceAll("/+$", "") + path);
    }
}
