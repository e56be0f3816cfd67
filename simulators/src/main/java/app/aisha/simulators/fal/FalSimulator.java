package app.aisha.simulators.fal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The fal.ai API on 127.0.0.1: queue, storage, CDN, platform and signed webhooks. Trainings fetch and open the archive
 * and leave a LoRA; generations read that LoRA and paint. Nothing outlives the process. Steered by {@link #control()}
 * or, with the same words, below {@code /control}. Thread-safe.
 */
public final class FalSimulator implements AutoCloseable {
    private final HttpServer server;
    private final URI base;
    private final FalControl control;
    private final Runnable stop;

    private FalSimulator(HttpServer server, URI base, FalControl control, Runnable stop) {
        this.server = server;
        this.base = base;
        this.control = control;
        this.stop = stop;
    }

    /**
     * Starts serving.
     *
     * @throws IOException when the port is taken
     */
    public static FalSimulator start(FalSettings settings) throws IOException {
        // The server writes head and body apart; with Nagle's algorithm each answer would take 40 ms.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
        // Drawing must never look for a screen.
        System.setProperty("java.awt.headless", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), settings.port()), 0);
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        return assemble(settings, server, base, threads);
    }

    private static FalSimulator assemble(FalSettings settings, HttpServer server, URI base, ExecutorService threads) {
        var clock = new SimulatedClock(settings.clock());
        var ids = new Ids(settings.seed());
        var log = new CallLog(clock);
        var access = new Access(settings.key(), log);
        var pauses = new Pauses();
        var files = new CdnFiles(base, ids, clock);
        var fetcher = new Fetcher(files);
        var catalogue = new Catalogue(files, fetcher, ids);
        var keys = new SigningKeys(settings.seed());
        var post = new WebhookPost(keys, clock, settings.loopbackWebhooks());
        var webhooks = new Webhooks(post, clock, settings.timing().webhookRetry(), pauses, threads);
        var line = new Line(settings.concurrency(), clock, job -> job.lasting(settings.timing()));
        var runner = new Runner(line, clock, webhooks, threads);
        var view = new StatusView(base, line, clock);
        var followUps = new FollowUps(runner, view, pauses);
        var plans = new Plans();
        var faults = new Faults();
        var routes = new Routes(
                access,
                new Submissions(catalogue, plans, runner, view, ids, clock, log),
                followUps,
                new Storage(base, files, access, ids, clock),
                new Cdn(files, access),
                new Platform(catalogue, line, files, access, clock),
                keys);
        var wires = new FalControl.Wires(webhooks, keys, clock, files, followUps);
        var control = new FalControl(faults, plans, log, runner, wires);
        server.createContext("/", new Front(routes, faults, new Misbehaviour(pauses), log));
        server.createContext("/control/", new Control(control));
        server.start();
        return new FalSimulator(server, base, control, () -> {
            pauses.stop();
            server.stop(0);
            stop(threads, runner, fetcher, post);
        });
    }

    private static void stop(ExecutorService threads, Runner runner, Fetcher fetcher, WebhookPost post) {
        runner.close();
        threads.shutdownNow();
        fetcher.close();
        post.close();
        threads.close();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where endpoints are submitted: {@code {queue}/fal-ai/flux-lora}. No slash at the end, as with all of these. */
    public URI queue() {
        return base;
    }

    /** Where {@code /storage/...} lies. */
    public URI rest() {
        return base.resolve("/rest");
    }

    /** Where {@code /files/...} lies. */
    public URI cdn() {
        return base.resolve("/cdn");
    }

    /** Where {@code /models/...} and {@code /meta} lie. */
    public URI platform() {
        return base.resolve("/v1");
    }

    public URI jwks() {
        return base.resolve("/rest/.well-known/jwks.json");
    }

    public FalControl control() {
        return control;
    }

    /** Drops open connections; requests that run are forgotten. */
    @Override
    public void close() {
        stop.run();
    }
}
