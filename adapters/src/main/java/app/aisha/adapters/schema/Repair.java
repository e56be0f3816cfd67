package app.aisha.adapters.schema;

import app.aisha.adapters.schema.RepairPlan.Left;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to what the migrations define, as far as that costs no row and no value. Whatever is mended is mended in
 * one transaction, but for labels of enums, which can be used only once theirs is over, and pending migrations, which have one each.
 */
public final class Repair {

    private static final long LOCK = 0x41697368_61444472L;

    private final Blueprint blueprint;
    private final DataSource database;

    /** The blueprint has to have its stages. */
    public Repair(Blueprint blueprint, DataSource database) {
        this.blueprint = blueprint;
        this.database = database;
    }

    /** What {@link #apply} would do; only reads. */
    public RepairPlan plan() throws SchemaTrouble {
        try (var session = Session.open(database)) {
            return Session.told(() -> RepairPlanner.plan(blueprint, Blueprint.snapshot(session)));
        }
    }

    /**
     * Does what can be done, and answers what was done and what is left. May be called any number of times; one at a time
     * works on a database.
     */
    public RepairPlan apply() throws SchemaTrouble {
        try (var session = Session.open(database)) {
            return Session.told(() -> {
                var free = session.client()
                        .sql("SELECT pg_try_advisory_lock(?)")
                        .param(LOCK)
                        .query(Boolean.class)
                        .single();
                if (!free) {
                    throw new SchemaTrouble("Somebody else is mending this database");
                }
                session.order("SET lock_timeout = '10s'");
                return new Work(session, RepairPlanner.plan(blueprint, Blueprint.snapshot(session))).done();
            });
        }
    }

    private final class Work {

        private final Session session;
        private final RepairPlan plan;
        private final List<Remedy> done = new ArrayList<>();
        private final List<Left> left;

        Work(Session session, RepairPlan plan) {
            this.session = session;
            this.plan = plan;
            this.left = new ArrayList<>(plan.left());
        }

        RepairPlan done() throws SQLException {
            inOneTransaction(Work::isAboutLabels);
            inOneTransaction(remedy -> !isAboutLabels(remedy) && !(remedy instanceof Remedy.Run));
            migrate(plan.remedies().stream()
                    .filter(remedy -> remedy instanceof Remedy.Run)
                    .toList());
            return new RepairPlan(done, left);
        }

        private static boolean isAboutLabels(Remedy remedy) {
            return remedy instanceof Remedy.Mend mend
                    && mend.difference() instanceof Difference.Different different
                    && different.id().kind() == Kind.TYPE;
        }

        private void inOneTransaction(Predicate<Remedy> chosen) throws SQLException {
            var connection = session.connection();
            connection.setAutoCommit(false);
            try {
                var carried = carriedOut(plan.remedies().stream().filter(chosen).toList());
                connection.commit();
                done.addAll(carried);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }

        /** What the server refuses is tried again after the others, on which it may depend. */
        private List<Remedy> carriedOut(List<Remedy> chosen) throws SQLException {
            var carried = new ArrayList<Remedy>();
            var waiting = chosen.stream()
                    .filter(remedy -> !(remedy instanceof Remedy.Stamp))
                    .toList();
            var refused = new HashMap<Remedy, String>();
            while (!waiting.isEmpty()) {
                refused.clear();
                for (var remedy : waiting) {
                    tryOut(remedy, carried, refused);
                }
                if (refused.size() == waiting.size()) {
                    break;
                }
                waiting = waiting.stream().filter(refused::containsKey).toList();
            }
            waiting.stream().filter(refused::containsKey).forEach(remedy -> left.add(refusal(remedy, refused)));
            stamp(chosen, carried, refused.isEmpty());
            return carried;
        }

        private static Left refusal(Remedy remedy, Map<Remedy, String> refused) {
            return new Left(
                    remedy.lines().getFirst(), "the server refuses: " + refused.getOrDefault(remedy, "no reason"));
        }

        private void tryOut(Remedy remedy, List<Remedy> carried, Map<Remedy, String> refused) throws SQLException {
            var before = session.connection().setSavepoint();
            try {
                for (var statement : statements(remedy)) {
                    session.order(statement);
                }
                session.connection().releaseSavepoint(before);
                carried.add(remedy);
            } catch (SQLException e) {
                session.connection().rollback(before);
                refused.put(remedy, SchemaTrouble.saidBy(e));
            }
        }

        private static List<String> statements(Remedy remedy) {
            return switch (remedy) {
                case Remedy.Mend mend -> mend.statements();
                case Remedy.Forget _ -> List.of("DELETE FROM flyway_schema_history WHERE NOT success");
                case Remedy.Stamp _, Remedy.Run _ -> List.of();
            };
        }

        /** The history must not claim what is not there. */
        private void stamp(List<Remedy> chosen, List<Remedy> carried, boolean whole) {
            for (var remedy : chosen) {
                if (remedy instanceof Remedy.Stamp(var migration)) {
                    if (whole) {
                        enter(migration);
                        carried.add(remedy);
                    } else {
                        left.add(new Left("migration " + migration, "is not entered before the above is settled"));
                    }
                }
            }
        }

        private void enter(String migration) {
            var stage = blueprint.stages().stream()
                    .filter(one -> one.toString().equals(migration))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No migration is called " + migration));
            var row = stage.schema()
                    .find(stage.row())
                    .orElseThrow(() -> new IllegalStateException(migration + " left no row"));
            session.client()
                    .sql("""
                        INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,
                            installed_by, execution_time, success)
                        SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, 'SQL', ?, ?::integer, current_user, 0, true
                        FROM flyway_schema_history
                        """)
                    .params(stage.version(), stage.description(), stage.script(), row.needed("checksum"))
                    .update();
        }

        private void migrate(List<Remedy> runs) {
            if (runs.isEmpty()) {
                return;
            }
            if (left.size() > plan.left().size()) {
                runs.forEach(run -> left.add(new Left(run.lines().getFirst(), "waits until the above is settled")));
                return;
            }
            try {
                Flyway.configure().dataSource(database).load().migrate();
                done.addAll(runs);
            } catch (FlywayException e) {
                left.add(new Left(runs.getFirst().lines().getFirst(), "failed: " + SchemaTrouble.saidBy(e)));
            }
        }
    }
}
