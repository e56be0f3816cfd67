package app.aisha.adapters.openai;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the text model is and what it can hold.
 *
 * @param baseUrl OPENAI_TEXT_URL, up to and with {@code /v1}; a slash at the end is ignored; one that ends in {@code
 *     /chat/completions} is the very address of the chat
 * @param key OPENAI_TEXT_KEY; servers of one's own may need none
 * @param model OPENAI_TEXT_MODEL, as the server calls it
 * @param proxy HTTP_PROXY_URL, {@code http://[user:password@]host:port}
 * @param context OPENAI_TEXT_CONTEXT, how many tokens of question and answer the model holds together
 * @param pause between two tries while the service waits for its operator
 */
public record TextSettings(
        URI baseUrl, Optional<Secret> key, String model, Optional<URI> proxy, int context, Duration pause) {

    /** The model unless something else is said. */
    public static final String USUAL_MODEL = "gpt-6-luna";

    /** What today's large models hold at least. */
    public static final int USUAL_CONTEXT = 128_000;

    /** Less leaves no room for a transcript. */
    public static final int SMALLEST_CONTEXT = 4_096;

    private static final int LONGEST_ANSWER = 16_000;

    /** Instruction, schema in words and question. */
    private static final int AROUND = 2_000;

    /** Russian takes 3.6 in the vocabularies of OpenAI, fewer in those of small models. */
    private static final double CHARACTERS_PER_TOKEN = 2.2;

    /** What time codes and speakers leave of each line. */
    private static final double SHARE_OF_WORDS = 0.8;

    /** Refuses what cannot work. */
    public TextSettings {
        var scheme = baseUrl.getScheme();
        if (baseUrl.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("OPENAI_TEXT_URL must be an http or https address");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("OPENAI_TEXT_MODEL must not be blank");
        }
        if (context < SMALLEST_CONTEXT) {
            throw new IllegalArgumentException("OPENAI_TEXT_CONTEXT must be at least " + SMALLEST_CONTEXT);
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    /** Where the server chats whose speech recognition has this address, which may be the very address of it. */
    public static URI beside(URI speech) {
        return URI.create(
                speech.toString().replaceFirst("/audio/transcriptions/*$", "").replaceFirst("/inference/*$", "/v1"));
    }

    URI chat() {
        return baseUrl.getPath().endsWith("/chat/completions") ? baseUrl : URI.create(baseUrl + "/chat/completions");
    }

    int answerTokens() {
        return Math.min(LONGEST_ANSWER, context / 4);
    }

    /** Characters of passages that fit with all that is around them. */
    int capacity() {
        return (int) ((context - answerTokens() - AROUND) * CHARACTERS_PER_TOKEN * SHARE_OF_WORDS);
    }

    ServiceAccount account() {
        return new ServiceAccount(ServiceAccount.Kind.TEXT, baseUrl, key, model);
    }
}
