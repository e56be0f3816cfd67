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
record ServiceAccount(Service service, URI baseUrl, Optional<Secret> key, String model, String modelVariable) {

    String name() {
        return "The %s service at %s"
                .formatted(
                        switch (service) {
                            case SPEECH -> "speech";
                            case TEXT -> "text";
                        },
                        baseUrl.getHost());
    }

    String duty() {
        return switch (service) {
            case SPEECH -> "recognise speech";
            case TEXT -> "answer chats";
        };
    }

    String addressVariable() {
        return switch (service) {
            case SPEECH -> "OPENAI_BASE_URL";
            case TEXT -> "OPENAI_TEXT_URL";
        };
    }

    String keyVariable() {
        return switch (service) {
            case SPEECH -> "OPENAI_API_KEY";
            case TEXT -> "OPENAI_TEXT_KEY (or OPENAI_API_KEY)";
        };
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
