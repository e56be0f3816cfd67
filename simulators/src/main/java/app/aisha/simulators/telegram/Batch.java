package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What one request changed, written as one journal line, and what is to be told to whom once it is written. */
final class Batch {

    private final List<Change> changes = new ArrayList<>();
    private final List<Runnable> announcements = new ArrayList<>();

    void put(String kind, String key, JsonNode value) {
        changes.add(new Change(kind, key, value));
    }

    void remove(String kind, String key) {
        changes.add(new Change(kind, key, null));
    }

    /** Runs after the journal write, still in the order of the changes. */
    void afterwards(Runnable announcement) {
        announcements.add(announcement);
    }

    List<Change> changes() {
        return changes;
    }

    void announce() {
        announcements.forEach(Runnable::run);
    }
}
