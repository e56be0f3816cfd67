package app.aisha.app;

import app.aisha.app.console.AdminCommands;
import app.aisha.app.console.DbCommands;
import app.aisha.app.console.DoctorCommand;
import app.aisha.app.console.LedgerCommands;
import app.aisha.app.console.NoDatabase;
import app.aisha.app.console.SpeechCommands;
import app.aisha.app.console.Terminal;
import app.aisha.app.sandbox.Sandbox;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.core.work.StorageUnavailable;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The command line. */
@Command(
        name = "./aisha",
        description = "Runs the sandbox: everything embedded, what has no key simulated.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = HelpCommand.class,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:cannot start, or not done; the reason is said", "2:bad usage"})
public final class Aisha implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private final Environment environment;
    private final Terminal terminal;

    private Aisha(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Ends the process only where a command went wrong: what was started lives on. */
    public static void main(String[] args) {
        var environment = new Environment(System.getenv(), Path.of(".env"));
        var terminal = new Terminal(writerTo(System.out), writerTo(System.err));
        if (List.of(args).equals(List.of("serve")) && isRefused(environment, terminal)) {
            System.exit(FAILED);
        }
        LoggingSystem.get(Aisha.class.getClassLoader()).beforeInitialize();
        var code = commands(environment, terminal).execute(args);
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Before anything that takes its time to be loaded. */
    private static boolean isRefused(Environment environment, Terminal terminal) {
        try {
            SettingsReader.read(environment, Assembly.PRODUCTION);
            return false;
        } catch (BadSettings bad) {
            tell(bad, terminal);
            return true;
        }
    }

    private static void tell(BadSettings bad, Terminal terminal) {
        terminal.err().println("Aisha cannot start with these settings:");
        bad.problems().forEach(line -> terminal.err().println("  " + line));
    }

    private static PrintWriter writerTo(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    static CommandLine commands(Environment environment, Terminal terminal) {
        var commands = new CommandLine(new Aisha(environment, terminal))
                .addSubcommand(AdminCommands.all(environment, terminal))
                .addSubcommand(new DbCommands(environment, terminal))
                .addSubcommand(new DoctorCommand(environment, terminal))
                .addSubcommand(new LedgerCommands(environment, terminal))
                .addSubcommand(new SpeechCommands(environment, terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((problem, _, _) -> failed(problem, terminal));
        addHelpTo(commands);
        return commands;
    }

    /** The command {@code help} brings an option of its own. */
    private static void addHelpTo(CommandLine command) {
        if (command.getCommand() instanceof HelpCommand) {
            return;
        }
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("says how to use this")
                        .build());
        command.getSubcommands().values().forEach(Aisha::addHelpTo);
    }

    @Override
    public Integer call() throws BadSettings, StartFailed, InterruptedException {
        return sandbox();
    }

    @Command(description = "Runs the sandbox, as without any command.")
    int sandbox() throws BadSettings, StartFailed, InterruptedException {
        Sandbox.run(environment);
        return DONE;
    }

    @Command(description = "Runs for real users; settings from the environment or .env.")
    int serve() throws BadSettings, StartFailed {
        var settings = SettingsReader.read(environment, Assembly.PRODUCTION);
        var running = new Running();
        running.stopAtExit();
        var ports = running.startProgram(settings);
        DbCommands.markAsProduction(settings, terminal);
        terminal.out().printf("Aisha serves. Health: http://localhost:%d/actuator/health%n", ports.http());
        return DONE;
    }

    @Command(description = "Draws the states of a transcript.")
    int states() {
        terminal.out().print(Transitions.table());
        terminal.out().flush();
        return DONE;
    }

    @Command(description = "Runs a benchmark: ./aisha bench NAME, in a folder with the sources.")
    int bench() {
        terminal.err().println("Benchmarks are not part of the program; ./aisha bench NAME builds and runs them.");
        return BAD_USAGE;
    }

    private static int failed(Exception problem, Terminal terminal) throws Exception {
        switch (problem) {
            case BadSettings bad -> tell(bad, terminal);
            case StartFailed failed -> terminal.err().println("Aisha cannot start: " + failed.getMessage());
            case NoDatabase missing -> terminal.err().println(missing.getMessage());
            case StorageUnavailable away -> terminal.err().println(away.getMessage() + ": " + rootOf(away));
            default -> throw problem;
        }
        return FAILED;
    }

    /** One line. */
    private static String rootOf(Throwable problem) {
        var cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
