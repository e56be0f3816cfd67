package app.aisha.adapters.postgres;

import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jooq.JSONB;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Passages of a piece as JSON: an array of objects with start and end in milliseconds, speaker where known, and text. */
final class PassageJson {

    private static final JsonMapper JSON = new JsonMapper();

    private PassageJson() {}

    static JSONB write(List<Passage> passages) {
        var array = JSON.createArrayNode();
        for (var passage : passages) {
            var node = array.addObject();
            passage.place()
                    .ifPresent(place -> node.put("start", place.start().toMillis())
                            .put("end", place.end().toMillis()));
            passage.speaker().ifPresent(speaker -> node.put("speaker", speaker));
            node.put("text", passage.text());
        }
        return JSONB.valueOf(JSON.writeValueAsString(array));
    }

    static List<Passage> read(JSONB json) {
        return StreamSupport.stream(JSON.readTree(json.data()).spliterator(), false)
                .map(PassageJson::passage)
                .toList();
    }

    private static Passage passage(JsonNode node) {
        return new Passage(
                node.optional("start").map(start -> new Stretch(millis(start), millis(node.path("end")))),
                node.optional("speaker").map(JsonNode::asString),
                node.path("text").asString());
    }

    private static Duration millis(JsonNode node) {
        return Duration.ofMillis(node.asLong());
    }
}
