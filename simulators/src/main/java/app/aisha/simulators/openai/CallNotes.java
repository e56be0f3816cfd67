package app.aisha.simulators.openai;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes known about a call while it is answered; logged also when it is refused half-way. One thread. */
final class CallNotes {
    private @Nullable String model;
    private @Nullable Sound sound;
    private @Nullable Double offset;
    private JsonNode fields = Json.object();
    private int beside;

    void model(String name) {
        model = name;
    }

    void sound(Sound heard) {
        sound = heard;
    }

    void offset(double seconds) {
        offset = seconds;
    }

    void fields(JsonNode sent) {
        fields = sent;
    }

    /** How many other calls were under way when this one began to be answered. */
    void beside(int others) {
        beside = others;
    }

    double seconds() {
        return sound == null ? 0 : sound.seconds();
    }

    void writeTo(ObjectNode entry) {
        entry.put("model", model);
        entry.put("seconds", sound == null ? null : sound.seconds());
        entry.put("offset", offset);
        entry.put("sha256", sound == null ? null : sound.sha256());
        entry.put("beside", beside);
        entry.set("fields", fields);
    }
}
