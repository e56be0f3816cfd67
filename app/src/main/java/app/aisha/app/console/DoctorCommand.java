package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;
import static app.aisha.app.console.Terminal.FAILED;

import app.aisha.app.doctor.Doctor;
import app.aisha.app.doctor.Rounds;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.Settings;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import app.aisha.core.checkup.Finding.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code doctor}. */
@Command(
        name = "doctor",
        description = {
            "Looks whether everything she depends on is as it has to be, and says what is wrong and how to mend it.",
            "Spends no money, shows no secret, leaves nothing behind; takes at most 20 s."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:she can start; what is doubtful is said", "1:something is wrong", "2:bad usage"})
public final class DoctorCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Environment environment;
    private final Terminal terminal;
    private final InstantSource clock;
    private final Duration patience;

    @Option(names = "--json", description = "one line of JSON, for machines")
    private boolean json;

    @Option(
            names = "--serve",
            description = "for ./aisha serve, as it is without this where DATABASE_URL is set; else for the sandbox")
    private boolean serve;

    public DoctorCommand(Environment environment, Terminal terminal) {
        this(environment, terminal, InstantSource.system(), PATIENCE);
    }

    /** With the clock whose skew is looked for. */
    DoctorCommand(Environment environment, Terminal terminal, InstantSource clock, Duration patience) {
        this.environment = environment;
        this.terminal = terminal;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What is looked at.
     *
     * @param settings those that can be read
     * @param found already
     */
    private record Patient(
            Assembly assembly, Optional<Settings> settings, Environment environment, List<Finding> found) {

        List<Checkup> checkups(InstantSource clock) {
            return settings.map(known -> checkups(known, clock)).orElse(List.of());
        }

        private List<Checkup> checkups(Settings known, InstantSource clock) {
            var checkups = new ArrayList<Checkup>();
            if (assembly == Assembly.SANDBOX || known.database().isPresent()) {
                checkups.add(new DatabaseCheckup(environment, clock));
            }
            checkups.addAll(
                    assembly == Assembly.SANDBOX ? Rounds.ofSandbox(known, clock) : Rounds.ofProduction(known, clock));
            return checkups;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        var patient = patient();
        var findings = new ArrayList<>(patient.found());
        findings.addAll(new Doctor(patience).examine(patient.checkups(clock)));
        var discretion = patient.settings().map(Discretion::about).orElseGet(Discretion::none);
        if (json) {
            terminal.say(discretion.of(inJson(findings)));
        } else {
            findings.forEach(finding -> show(finding, discretion));
            terminal.say("%d fine, %d doubtful, %d wrong"
                    .formatted(count(findings, Level.OK), count(findings, Level.WARN), count(findings, Level.FAIL)));
        }
        return count(findings, Level.FAIL) == 0 ? DONE : FAILED;
    }

    private Patient patient() {
        var assembly = serve || SettingsReader.tellOfADatabase(environment) ? Assembly.PRODUCTION : Assembly.SANDBOX;
        var program = assembly == Assembly.PRODUCTION ? "./aisha serve" : "the sandbox";
        try {
            var settings = SettingsReader.read(environment, assembly);
            return new Patient(
                    assembly,
                    Optional.of(settings),
                    environment,
                    List.of(Finding.fine("settings", "enough for " + program)));
        } catch (BadSettings bad) {
            var findings = bad.problems().stream()
                    .map(problem -> Finding.wrong(
                            "settings", problem, "correct it in the environment or in .env; README.md tells the form"))
                    .toList();
            var rest = environment.without(bad.problems());
            return new Patient(assembly, readable(rest), rest, findings);
        }
    }

    /** What is left where the bad ones are left out, for everything else to be looked at nevertheless. */
    private static Optional<Settings> readable(Environment rest) {
        try {
            return Optional.of(SettingsReader.read(rest, Assembly.SANDBOX));
        } catch (BadSettings _) {
            return Optional.empty();
        }
    }

    private void show(Finding finding, Discretion discretion) {
        terminal.say(discretion.of("%-4s %s: %s".formatted(finding.level(), finding.subject(), finding.sentence())));
        if (!finding.remedy().isBlank()) {
            terminal.say("     mend it: " + finding.remedy());
        }
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    private static String inJson(List<Finding> findings) {
        var all = JsonMapper.shared().createObjectNode();
        all.put("fine", count(findings, Level.FAIL) == 0);
        var list = all.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("level", finding.level().name())
                .put("subject", finding.subject())
                .put("sentence", finding.sentence())
                .put("remedy", finding.remedy()));
        return all.toString();
    }
}
