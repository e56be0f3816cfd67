package app.aisha.simulators.openai;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The OpenAI HTTP API on 127.0.0.1: {@code /v1/audio/transcriptions}, {@code /v1/chat/completions}, {@code
 * /v1/responses} and {@code /v1/models}, as strict about keys, sizes, formats and parameters as the real server, and
 * steered through {@code /control}, which also makes it behave as one of the compatible servers does. It answers with what was scripted or with what it was sent, and says that it is a simulation. Thread-safe.
 */
public final class OpenAiSimulator implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Latency latency;

    private OpenAiSimulator(HttpServer server, ExecutorService threads, Latency latency) {
        this.server = server;
        this.threads = threads;
        this.latency = latency;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken
     */
    public static OpenAiSimulator start(OpenAiSettings settings) throws IOException {
        // The server writes head and body apart; with Nagle's algorithm each answer would take 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), settings.port()), 0);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var decoder = new AudioDecoder(settings.ffmpeg(), settings.environment());
        var script = new Script();
        var chat = new ChatScript();
        var habits = new ChatHabits();
        var faults = new Faults();
        var latency = new Latency();
        var log = new CallLog(settings.clock());
        var personas = new Personas();
        var endpoints = Map.<String, Endpoint>of(
                "/v1/audio/transcriptions", new Transcriptions(new Recogniser(decoder, script), personas),
                "/v1/chat/completions", new ChatCompletions(chat, habits, personas, settings.clock()),
                "/v1/responses", new Responses(chat, settings.clock()));
        server.setExecutor(threads);
        server.createContext(
                "/", new Front(settings.acceptedKey(), endpoints, new Models(), faults, latency, log, personas));
        server.createContext(
                "/control/",
                new Control(decoder, script, new ChatSwitches(chat, habits), faults, latency, log, personas));
        server.start();
        return new OpenAiSimulator(server, threads, latency);
    }

    /** The address without a path, for instance {@code http://127.0.0.1:4711}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Drops open connections, also those of requests that hang. */
    @Override
    public void close() {
        latency.stop();
        server.stop(0);
        threads.close();
    }
}
