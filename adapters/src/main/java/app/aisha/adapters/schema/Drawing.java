package app.aisha.adapters.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.aisha.adapters.schema.Blueprint.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Looks at a schema after each migration. */
final class Drawing implements Callback {

    /** Statements of functions are indented, those of the script are not. */
    private static final Pattern MOVES_DATA =
            Pattern.compile("(?m)^(INSERT|UPDATE|DELETE|SELECT|WITH|DO|TRUNCATE|MERGE)\\b");

    private final List<Stage> passed = new ArrayList<>();

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var migration = context.getMigrationInfo();
        passed.add(new Stage(
                migration.getVersion().toString(),
                migration.getDescription(),
                migration.getScript(),
                MOVES_DATA.matcher(text(migration)).find(),
                new CatalogReader(Session.on(context.getConnection())).readWithoutHistory()));
    }

    private static String text(MigrationInfo migration) {
        var resource = "/db/migration/" + migration.getScript();
        try (var stream = Objects.requireNonNull(Drawing.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getCallbackName() {
        return "drawing";
    }

    /** A row of the history is written after its migration was looked at. */
    List<Stage> stages(Snapshot last) {
        var history = new ArrayList<SchemaObject>();
        var stages = new ArrayList<Stage>();
        for (var stage : passed) {
            last.find(stage.row()).ifPresent(history::add);
            var objects = new ArrayList<>(history);
            objects.addAll(stage.schema().objects());
            stages.add(stage.with(new Snapshot(objects)));
        }
        return stages;
    }
}
