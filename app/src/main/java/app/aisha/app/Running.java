package app.aisha.app;

import app.aisha.app.settings.Settings;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** What was started, stopped once and in the opposite order. Thread-safe. */
public final class Running implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public synchronized void add(AutoCloseable part) {
        parts.push(part);
    }

    /** Stops everything when the process is asked to end. */
    public void stopAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
    }

    /**
     * Where the program answers.
     *
     * @param http the port of health and webhook
     * @param management the port of metrics
     */
    public record Ports(int http, int management) {}

    /** Starts the program as the last part. */
    @SuppressWarnings("IllegalCatch")
    public Ports startProgram(Settings settings) throws StartFailed {
        try {
            var program = Program.start(settings);
            add(program);
            return portsOf(program);
        } catch (RuntimeException e) {
            close();
            throw new StartFailed(rootOf(e), e);
        }
    }

    private static Ports portsOf(ConfigurableApplicationContext program) {
        var environment = program.getEnvironment();
        return new Ports(
                environment.getRequiredProperty("local.server.port", Integer.class),
                environment.getRequiredProperty("local.management.port", Integer.class));
    }

    private static String rootOf(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    @SuppressWarnings("IllegalCatch")
    public synchronized void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("A part did not stop well: {}", e.toString());
            }
        }
    }
}
