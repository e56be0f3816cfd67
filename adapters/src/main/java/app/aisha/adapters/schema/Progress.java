package app.aisha.adapters.schema;

import app.aisha.adapters.schema.Blueprint.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far a schema has come along the migrations, judged by its objects and not by its history. */
final class Progress {

    private static final Set<Kind> HOLDING_ROWS = Set.of(Kind.TABLE, Kind.COLUMN);

    private final List<Stage> stages;
    private final Snapshot live;

    Progress(List<Stage> stages, Snapshot live) {
        this.stages = stages;
        this.live = live;
    }

    /** What there is of what a migration does. */
    enum State {
        /** All, and some of it is its own work. */
        DONE,
        /** Some of its own work, and not all. */
        HALF_DONE,
        /** All, but none of it is surely its own work. */
        NOTHING_TO_SEE,
        NOT_DONE
    }

    State of(int place) {
        var all = true;
        var own = false;
        for (var id : touchedBy(place)) {
            var there = live.find(id);
            var reached = isReached(id, there, place);
            all &= reached;
            own |= reached && there.isPresent() && !same(there, before(place).find(id));
        }
        if (own) {
            return all ? State.DONE : State.HALF_DONE;
        }
        return all ? State.NOTHING_TO_SEE : State.NOT_DONE;
    }

    /** Whether all tables and columns are as the migration leaves them, which also says that it moved the rows. */
    boolean hasMovedRows(int place) {
        return touchedBy(place).stream()
                .filter(id -> HOLDING_ROWS.contains(id.kind()))
                .allMatch(id -> isReached(id, live.find(id), place));
    }

    Set<SchemaObject.Id> touchedBy(int place) {
        var ids = new HashSet<SchemaObject.Id>();
        var after = stages.get(place).schema();
        for (var difference : after.against(before(place))) {
            ids.add(difference.id());
        }
        ids.removeIf(id -> id.kind() == Kind.MIGRATION || isHistory(id));
        return ids;
    }

    /** The first migration brings the history along, which tells nothing about its own work. */
    static boolean isHistory(SchemaObject.Id id) {
        return id.table().equals(CatalogQueries.HISTORY) || id.name().equals(CatalogQueries.HISTORY);
    }

    private Snapshot before(int place) {
        return place == 0 ? Snapshot.EMPTY : stages.get(place - 1).schema();
    }

    /** Whether the object is as this migration or a later one leaves it. */
    private boolean isReached(SchemaObject.Id id, Optional<SchemaObject> there, int place) {
        var states = new ArrayList<Optional<SchemaObject>>();
        stages.subList(place, stages.size())
                .forEach(stage -> states.add(stage.schema().find(id)));
        return states.stream().anyMatch(state -> same(state, there));
    }

    private static boolean same(Optional<SchemaObject> one, Optional<SchemaObject> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(object -> other.map(object::isLike)).orElse(true);
    }
}
