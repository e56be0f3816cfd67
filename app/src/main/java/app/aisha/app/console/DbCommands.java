package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;
import static app.aisha.app.console.Terminal.FAILED;

import app.aisha.adapters.schema.Diagnosis;
import app.aisha.adapters.schema.Diagnosis.Finding;
import app.aisha.adapters.schema.Diagnosis.Level;
import app.aisha.adapters.schema.Difference;
import app.aisha.adapters.schema.Drift;
import app.aisha.adapters.schema.DriftJson;
import app.aisha.adapters.schema.Observation;
import app.aisha.adapters.schema.ProductionMark;
import app.aisha.adapters.schema.Repair;
import app.aisha.adapters.schema.SchemaReset;
import app.aisha.adapters.schema.SchemaTrouble;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.Settings;
import app.aisha.app.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands {@code db …}. */
@Command(
        name = "db",
        description = {
            "Looks after the tables themselves, in the database of DATABASE_URL, else in the sandbox's.",
            "Passwords are never shown."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:in order, or done",
            "1:not in order, or refused; what it is is said",
            "2:bad usage or settings, or the database does not answer"
        })
public final class DbCommands {

    static final int TROUBLE = 2;

    private final Environment environment;
    private final Terminal terminal;

    public DbCommands(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Tells the database that it is one of production, which keeps {@code reset} away from it for good. */
    public static void markAsProduction(Settings settings, Terminal terminal) {
        var database = settings.database();
        if (database.isPresent()) {
            try {
                ProductionMark.put(SchemaDesk.sourceOf(database.get()));
            } catch (SchemaTrouble trouble) {
                terminal.fail(Discretion.about(database.get())
                        .of("The database was not marked as one of production: " + trouble.getMessage()));
            }
        }
    }

    /** What is done with a database. */
    @FunctionalInterface
    private interface Task {

        int run(SchemaDesk desk) throws SchemaTrouble, NoDatabase, InterruptedException;
    }

    private int with(Task task) throws InterruptedException {
        try (var desk = SchemaDesk.open(environment)) {
            return at(desk, task);
        } catch (BadSettings bad) {
            bad.problems().forEach(terminal::fail);
        } catch (NoDatabase missing) {
            terminal.fail(String.valueOf(missing.getMessage()));
        }
        return TROUBLE;
    }

    private int at(SchemaDesk desk, Task task) throws NoDatabase, InterruptedException {
        try {
            return task.run(desk);
        } catch (SchemaTrouble trouble) {
            terminal.fail(desk.discreet("%s: %s".formatted(desk.place(), trouble.getMessage())));
            return TROUBLE;
        }
    }

    @Command(
            description = {
                "Compares tables, columns, types, indexes, constraints, functions, triggers and history with what the"
                        + " migrations define; 1 where something differs.",
                "They run in a schema of their own for it, which is dropped at once."
            })
    int check(@Option(names = "--json", description = "one line of JSON, for machines") boolean json)
            throws InterruptedException {
        return with(desk -> {
            var drift = desk.blueprint().driftOf(desk.live());
            if (json) {
                terminal.say(desk.discreet(DriftJson.of(drift)));
            } else {
                show(drift, desk);
            }
            return drift.isNone() ? DONE : FAILED;
        });
    }

    private void show(Drift drift, SchemaDesk desk) {
        drift.differences().stream()
                .map(Difference::sentence)
                .map(desk::discreet)
                .forEach(terminal::say);
        terminal.say(
                drift.isNone()
                        ? "The schema %s is in order: all of its %d objects are as the migrations define them."
                                .formatted(drift.schema(), drift.objects())
                        : "The schema %s is not as the migrations define it; differences: %d."
                                .formatted(drift.schema(), drift.differences().size()));
    }

    @Command(
            description = {
                "Tells whether the program can work with the database: settings, connection, server, rights, history.",
                "Changes nothing; 1 where something is wrong."
            })
    int diagnose() throws InterruptedException {
        try (var desk = SchemaDesk.open(environment)) {
            show(new Finding(Level.OK, "settings", desk.place()), desk);
            var findings = Diagnosis.of(desk.live());
            findings.forEach(finding -> show(finding, desk));
            return findings.stream().anyMatch(finding -> finding.level() == Level.FAIL) ? FAILED : DONE;
        } catch (BadSettings bad) {
            bad.problems().forEach(problem -> terminal.say("FAIL settings: " + problem));
        } catch (NoDatabase missing) {
            terminal.say("FAIL connection: " + missing.getMessage());
        }
        return FAILED;
    }

    private void show(Finding finding, SchemaDesk desk) {
        terminal.say(desk.discreet("%-4s %s: %s".formatted(finding.level(), finding.subject(), finding.sentence())));
    }

    @Command(
            description = {
                "Makes what is missing, runs pending migrations and completes the history, as far as no row and no"
                        + " value can be lost.",
                "The rest is named and left; 1 then. Without --apply it is only shown what would be done."
            })
    int apply(@Option(names = "--apply", description = Intent.APPLY) boolean apply) throws InterruptedException {
        return with(desk -> {
            var blueprint = desk.blueprint();
            var repair = new Repair(blueprint, desk.live());
            var plan = apply ? repair.apply() : repair.plan();
            plan.remedies().stream()
                    .flatMap(remedy -> remedy.lines().stream())
                    .map(line -> line.startsWith(" ") ? line : (apply ? "Done: " : "Would ") + line)
                    .map(desk::discreet)
                    .forEach(terminal::say);
            plan.left().forEach(left -> terminal.say(desk.discreet("Left: " + left.sentence())));
            if (plan.remedies().isEmpty() && plan.left().isEmpty()) {
                terminal.say("There is nothing to do.");
                return DONE;
            }
            if (!apply) {
                terminal.say(OrderRun.DRY_RUN);
                return plan.left().isEmpty() ? DONE : FAILED;
            }
            var drift = blueprint.driftOf(desk.live());
            show(drift, desk);
            return plan.left().isEmpty() && drift.isNone() ? DONE : FAILED;
        });
    }

    @Command(
            description = {
                "Empties a database of a developer and runs the migrations anew.",
                "Refuses where anything tells of production, or somebody is connected."
            })
    int reset(
            @Option(
                            names = "--confirm",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "name of the database; all that is in it is lost")
                    String name)
            throws InterruptedException {
        if (SettingsReader.tellOfProduction(environment)) {
            return terminal.fail("These settings are those of production: everything that ./aisha serve needs is set.");
        }
        return with(desk -> switch (new SchemaReset(desk.live()).reset(name)) {
            case SchemaReset.Outcome.Emptied(var database, var migrations) -> {
                terminal.say("Emptied %s and ran %d migrations.".formatted(database, migrations));
                terminal.say("Files in the media store are left where they are.");
                yield DONE;
            }
            case SchemaReset.Outcome.Refused(var reasons) -> {
                reasons.forEach(terminal::fail);
                yield FAILED;
            }
        });
    }

    @Command(description = "Writes down what the database is like, in Markdown: server, sizes, rows, drift, history.")
    int report(@Option(names = "--html", description = "a page of HTML instead") boolean html)
            throws InterruptedException {
        return with(desk -> {
            var report = Observation.of(desk.live(), desk.blueprint());
            (html ? report.html() : report.markdown()).forEach(line -> terminal.say(desk.discreet(line)));
            return DONE;
        });
    }
}
