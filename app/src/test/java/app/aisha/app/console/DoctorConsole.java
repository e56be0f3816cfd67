package app.aisha.app.console;

import app.aisha.app.settings.Environment;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The console of the doctor, and servers of all that she depends on, all of them well. */
final class DoctorConsole implements AutoCloseable {

    static final String TOKEN = "7000001:right-token";

    /** A machine that has other things to do takes its time. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private static final String KEY = "right-openai-key";

    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final TelegramSimulator telegram;
    private final FalSimulator fal;
    private final OpenAiSimulator openAi;
    private final HttpServer publicly;
    private volatile int status = 401;

    static DoctorConsole of(AdminConsole.Sandbox sandbox) {
        try {
            return new DoctorConsole(sandbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DoctorConsole(AdminConsole.Sandbox sandbox) throws IOException {
        telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory().withTokens(TOKEN));
        fal = FalSimulator.start(FalSettings.sandbox());
        var anyKey = OpenAiSettings.anyPort(Path.of("ffmpeg"), Map.of());
        openAi = OpenAiSimulator.start(new OpenAiSettings(0, anyKey.ffmpeg(), Map.of(), KEY, InstantSource.system()));
        publicly = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publicly.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        publicly.start();
        var here = "http://127.0.0.1:" + publicly.getAddress().getPort();
        variables.putAll(Map.of(
                "AISHA_DATA",
                sandbox.data().toString(),
                "TELEGRAM_TOKEN",
                TOKEN,
                "TELEGRAM_API_URL",
                telegram.root().toString(),
                "TELEGRAM_WEBHOOK_URL",
                here,
                "TELEGRAM_WEBHOOK_SECRET",
                "webhook-secret",
                "OPENAI_API_KEY",
                KEY,
                "OPENAI_BASE_URL",
                openAi.address() + "/v1",
                "FAL_API_KEY",
                FalSettings.SANDBOX_KEY));
        variables.putAll(Map.of(
                "FAL_WEBHOOK_URL", here,
                "FAL_QUEUE_URL", fal.queue().toString(),
                "FAL_REST_URL", fal.rest().toString(),
                "FAL_PLATFORM_URL", fal.platform().toString(),
                "FAL_JWKS_URL", fal.jwks().toString()));
    }

    void set(String variable, String value) {
        variables.put(variable, value);
    }

    void unset(String... names) {
        List.of(names).forEach(variables::remove);
    }

    void unsetAll() {
        variables.clear();
    }

    /** What the public address answers from now on. */
    void answerPublicly(int code) {
        status = code;
    }

    /** A call of the Bot API. */
    URI telegram(String call) {
        return URI.create(telegram.root() + "/bot" + TOKEN + "/" + call);
    }

    int doctor(String... arguments) {
        return doctorAt(InstantSource.system(), arguments);
    }

    int doctorAt(InstantSource clock, String... arguments) {
        var writer = new PrintWriter(out, true);
        return new CommandLine(new DoctorCommand(
                        new Environment(variables, Path.of("no-such-file")), new Terminal(writer, writer), clock, LONG))
                .execute(arguments);
    }

    /** Of both sides. */
    String printed() {
        return out.toString();
    }

    List<String> said() {
        return out.toString().lines().toList();
    }

    /** The lines of what is wrong. */
    List<String> failures() {
        return said().stream().filter(line -> line.startsWith("FAIL ")).toList();
    }

    @Override
    public void close() {
        publicly.stop(0);
        openAi.close();
        fal.close();
        telegram.close();
    }
}
