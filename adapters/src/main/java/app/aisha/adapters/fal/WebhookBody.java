package app.aisha.adapters.fal;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The two fields of a webhook that matter; whatever else it holds is skipped and may be broken. */
record WebhookBody(Optional<String> requestId, FalWebhook.Ending ending) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(FalWebhook.LONGEST_BODY)
                    .build())
            .build();

    static WebhookBody read(byte[] body) {
        var reading = new Reading();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), body)) {
            reading.read(parser);
        } catch (JacksonException broken) {
            // What was read before it broke is signed all the same.
            return reading.soFar();
        }
        return reading.soFar();
    }

    private static final class Reading {

        private Optional<String> requestId = Optional.empty();
        private FalWebhook.Ending ending = FalWebhook.Ending.UNTOLD;

        void read(JsonParser parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    take(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        }

        private void take(String name, String value) {
            switch (name) {
                case "request_id" ->
                    requestId = Optional.of(value).filter(id -> ID.matcher(id).matches());
                case "status" ->
                    ending = switch (value) {
                        case "OK" -> FalWebhook.Ending.OK;
                        case "ERROR" -> FalWebhook.Ending.ERROR;
                        default -> FalWebhook.Ending.UNTOLD;
                    };
                default -> {}
            }
        }

        WebhookBody soFar() {
            return new WebhookBody(requestId, ending);
        }
    }
}
