package app.aisha.adapters.openai;

import app.aisha.adapters.http.Secret;
import app.aisha.core.work.OperatorAlarm.Service;
import java.net.URI;
import java.util.Optional;

/**
 * A service as its operator knows it, with the names of the settings that lead to it.
 *
 * @param modelVariable the setting that names the model
 */
record ServiceAccount(Kind kind, URI baseUrl, Optional<Secret> key, String model, String modelVariable) {

    /** What an OpenAI-compatible server is used for. */
    enum Kind {
        SPEECH(Service.SPEECH, "speech", "recognise speech", "OPENAI_BASE_URL", "OPENAI_API_KEY"),
        TEXT(Service.TEXT, "text", "answer chats", "OPENAI_TEXT_URL", "OPENAI_TEXT_KEY (or OPENAI_API_KEY)");

        private final Service service;
        private final String word;
        private final String duty;
        private final String addressVariable;
        private final String keyVariable;

        Kind(Service service, String word, String duty, String addressVariable, String keyVariable) {
            this.service = service;
            this.word = word;
            this.duty = duty;
            this.addressVariable = addressVariable;
            this.keyVariable = keyVariable;
        }
    }

    Service service() {
        return kind.service;
    }

    String name() {
        return "The %s service at %s".formatted(kind.word, baseUrl.getHost());
    }

    String duty() {
        return kind.duty;
    }

    String addressVariable() {
        return kind.addressVariable;
    }

    String keyVariable() {
        return kind.keyVariable;
    }

    /** Some servers repeat the key they did not like. */
    String withoutKey(String text) {
        return key.map(secret -> text.replace(secret.reveal(), secret.toString()))
                .orElse(text);
    }

    boolean holdsKey(String text) {
        return key.filter(secret -> text.contains(secret.reveal())).isPresent();
    }
}
