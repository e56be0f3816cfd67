package app.aisha.adapters.schema;

import app.aisha.adapters.schema.Blueprint.Stage;
import app.aisha.adapters.schema.Progress.State;
import app.aisha.adapters.schema.RepairPlan.Left;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what is to be done about a database. Nothing it plans loses a row or a value. */
final class RepairPlanner {

    private static final Comparator<SchemaObject> AS_MADE = Comparator.comparing(
                    (SchemaObject object) -> object.id().kind())
            .thenComparingLong(SchemaObject::ordinal)
            .thenComparing(SchemaObject::id);

    private final List<Stage> stages;
    private final Snapshot live;
    private final Progress progress;
    private final List<Remedy> forgotten = new ArrayList<>();
    private final List<Remedy> mended = new ArrayList<>();
    private final List<Remedy> stamped = new ArrayList<>();
    private final List<Remedy> run = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final Set<SchemaObject.Id> held = new HashSet<>();

    private RepairPlanner(Blueprint blueprint, Snapshot live) {
        this.stages = blueprint.stages();
        this.live = live;
        this.progress = new Progress(stages, live);
    }

    static RepairPlan plan(Blueprint blueprint, Snapshot live) {
        return new RepairPlanner(blueprint, live).plan();
    }

    private RepairPlan plan() {
        if (!isOurs()) {
            return new RepairPlan(List.of(), left);
        }
        stages.forEach(stage -> recorded(stage).ifPresent(row -> judge(stage, row)));
        var reached = reached();
        for (var place = 0; place < stages.size(); place++) {
            if (isPending(stages.get(place))) {
                catchUp(place, place <= reached);
            }
        }
        compare(reached);
        var remedies = new ArrayList<>(forgotten);
        remedies.addAll(mended);
        remedies.addAll(stamped);
        remedies.addAll(run);
        return new RepairPlan(remedies, left);
    }

    /** A program must not mend what a newer one made, and leaves alone what nobody of its kind made. */
    private boolean isOurs() {
        var known = stages.stream().map(Stage::version).toList();
        var newer = live.of(Kind.MIGRATION)
                .map(row -> row.id().name())
                .filter(version -> !known.contains(version))
                .toList();
        if (!newer.isEmpty()) {
            left.add(new Left(
                    "migration " + String.join(", ", newer), "is unknown to this program: use the one that ran it"));
            return false;
        }
        var foreign = live.objects().stream().anyMatch(object -> object.id().kind() != Kind.EXTENSION)
                && live.of(Kind.TABLE).map(SchemaObject::id).noneMatch(Progress::isHistory)
                && lastSeen() < 0;
        if (foreign) {
            left.add(new Left("schema", "holds only things of others: give Aisha a database of her own"));
        }
        return !foreign;
    }

    private Optional<SchemaObject> recorded(Stage stage) {
        return live.find(stage.row());
    }

    private boolean isPending(Stage stage) {
        return recorded(stage).filter(RepairPlanner::succeeded).isEmpty();
    }

    private static boolean succeeded(SchemaObject row) {
        return row.needed("success").equals("yes");
    }

    private void judge(Stage stage, SchemaObject row) {
        if (!succeeded(row)) {
            forgotten.add(new Remedy.Forget(stage.toString()));
            return;
        }
        var expected =
                stage.schema().find(row.id()).orElseThrow(() -> new IllegalStateException(stage + " left no row"));
        if (!row.isLike(expected)) {
            left.add(new Left("migration " + stage, "was run with another script than this program has"));
        }
    }

    /** The place of the last migration that is in the history or whose work is to be seen; -1 for none. */
    private int reached() {
        var last = lastSeen();
        for (var place = stages.size() - 1; place > last; place--) {
            if (!isPending(stages.get(place))) {
                return place;
            }
        }
        return last;
    }

    private int lastSeen() {
        for (var place = stages.size() - 1; place >= 0; place--) {
            var state = progress.of(place);
            if (state == State.DONE || state == State.HALF_DONE) {
                return place;
            }
        }
        return -1;
    }

    private void catchUp(int place, boolean passed) {
        var stage = stages.get(place);
        if (!passed) {
            if (left.isEmpty()) {
                run.add(new Remedy.Run(stage.toString()));
            } else {
                left.add(new Left("migration " + stage, "waits until the above is settled"));
            }
            return;
        }
        var safe = switch (progress.of(place)) {
            case DONE, NOTHING_TO_SEE -> true;
            case HALF_DONE, NOT_DONE -> !stage.movesData() || progress.hasMovedRows(place);
        };
        if (safe) {
            stamped.add(new Remedy.Stamp(stage.toString()));
        } else {
            held.addAll(progress.touchedBy(place));
            left.add(new Left(
                    "migration " + stage,
                    "moves rows and is not in the history, but a part of it or of a later one is there: run "
                            + stage.script() + " by hand"));
        }
    }

    private void compare(int reached) {
        var target = reached < 0 ? Snapshot.EMPTY : stages.get(reached).schema();
        var differences = target.against(live).stream()
                .filter(difference -> difference.id().kind() != Kind.MIGRATION && !held.contains(difference.id()))
                .filter(difference -> reached >= 0 || !Progress.isHistory(difference.id()))
                .toList();
        differences.stream()
                .filter(difference -> !(difference instanceof Difference.Extra))
                .sorted(Comparator.comparing(RepairPlanner::expected, AS_MADE))
                .forEach(this::mend);
        Drift.told(differences)
                .filter(difference -> difference instanceof Difference.Extra)
                .forEach(extra -> left.add(
                        new Left(extra.sentence(), "no migration made it; drop it by hand if nobody needs it")));
    }

    private static SchemaObject expected(Difference difference) {
        return switch (difference) {
            case Difference.Missing(var expected) -> expected;
            case Difference.Different different -> different.expected();
            case Difference.Extra(var actual) -> actual;
        };
    }

    private void mend(Difference difference) {
        var statements = Ddl.toMend(difference);
        if (statements.isEmpty()) {
            left.add(new Left(difference.sentence(), "cannot be changed without a risk for the rows; decide by hand"));
        } else {
            mended.add(new Remedy.Mend(difference, statements));
        }
    }
}
