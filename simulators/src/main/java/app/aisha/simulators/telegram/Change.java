package app.aisha.simulators.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One entry of the journal: the new value of a thing, or null when it is gone. */
record Change(String kind, String key, @Nullable JsonNode value) {

    boolean is(String wanted) {
        return kind.equals(wanted);
    }
}
