package app.aisha.app;

import app.aisha.app.sandbox.Sandbox;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.nio.file.Path;
import org.springframework.boot.logging.LoggingSystem;

/** The command line. */
public final class Aisha {

    private static final int BAD_USAGE = 2;
    private static final int CANNOT_START = 1;

    private Aisha() {}

    public static void main(String[] args) throws InterruptedException {
        LoggingSystem.get(Aisha.class.getClassLoader()).beforeInitialize();
        var command = args.length == 0 ? "sandbox" : args[0];
        try {
            switch (command) {
                case "sandbox" -> Sandbox.run(environment());
                case "serve" -> serve();
                case "states" -> System.out.print(Transitions.table());
                default -> {
                    System.err.println("""
                        ./aisha            runs the sandbox: everything embedded, what has no key simulated
                        ./aisha serve      runs for real users; settings from the environment or .env
                        ./aisha states     draws the states of a transcript
                        ./aisha bench NAME runs a benchmark\
                        """);
                    System.exit(BAD_USAGE);
                }
            }
        } catch (BadSettings e) {
            System.err.println("Aisha cannot start with these settings:");
            e.problems().forEach(problem -> System.err.println("  " + problem));
            System.exit(CANNOT_START);
        } catch (StartFailed e) {
            System.err.println("Aisha cannot start: " + e.getMessage());
            System.exit(CANNOT_START);
        }
    }

    private static Environment environment() {
        return new Environment(System.getenv(), Path.of(".env"));
    }

    private static void serve() throws BadSettings, StartFailed {
        var settings = SettingsReader.read(environment(), Assembly.PRODUCTION);
        var running = new Running();
        running.stopAtExit();
        var port = running.startProgram(settings);
        System.out.printf("Aisha serves. Health: http://localhost:%d/actuator/health%n", port);
    }
}
