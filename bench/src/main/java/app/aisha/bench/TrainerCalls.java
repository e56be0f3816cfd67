package app.aisha.bench;

import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.fal.FalWebhook;
import app.aisha.adapters.fal.FalWebhook.Verdict;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.jobs.DbSchedulerJobs;
import app.aisha.adapters.postgres.PostgresAvatars;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresTrainerRings;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.avatar.TrainerRings.Ring;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Signed calls of the trainer at a steady rate, verified and kept as the program does. */
final class TrainerCalls {

    static final int SECONDS = 10;

    private final HikariDataSource pool;
    private final int perSecond;
    private final AvatarId avatar;

    /** At this rate. */
    TrainerCalls(HikariDataSource pool, int perSecond) throws SQLException {
        this.pool = pool;
        this.perSecond = perSecond;
        this.avatar = someAvatar();
    }

    /** One call as it comes in. */
    private record Call(String body, Map<String, String> headers) {}

    void measure(Figures figures) throws Exception {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            var json = jwks(keys).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, json.length);
            exchange.getResponseBody().write(json);
            exchange.close();
        });
        server.start();
        try {
            var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var settings = new FalSettings(
                    new Secret("a:b"),
                    new Roots(root, root, root, root.resolve("/jwks")),
                    FalSettings.FAL_FILES,
                    FalSettings.Timeouts.USUAL,
                    Optional.empty(),
                    Duration.ofMinutes(1));
            var times = receive(new FalWebhook(settings, InstantSource.system()), keys);
            AvatarsBenchmark.row(figures, "a call verified and kept, %d/s".formatted(perSecond), 0, times, 0);
        } finally {
            server.stop(0);
        }
    }

    private List<Double> receive(FalWebhook webhook, KeyPair keys) throws Exception {
        var database = new PostgresDatabase(pool);
        var jobs = new DbSchedulerJobs(
                database.joined(),
                Map.of(AvatarJob.Rung.class, "bench-rung"),
                InstantSource.system(),
                PostgresDatabase::afterCommit,
                () -> {});
        var hear = new HearTrainer(new PostgresAvatars(database), new PostgresTrainerRings(database), jobs, database);
        take(webhook, hear, call(keys, "warm"));
        var calls = new ArrayList<Call>();
        for (var number = 0; number < perSecond * SECONDS; number++) {
            calls.add(call(keys, "request-%d-%d".formatted(perSecond, number)));
        }
        var times = Collections.synchronizedList(new ArrayList<Double>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = System.nanoTime();
            var all = new ArrayList<Future<?>>();
            for (var number = 0; number < calls.size(); number++) {
                var due = begin + number * 1_000_000_000L / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                var call = calls.get(number);
                all.add(threads.submit(() -> {
                    take(webhook, hear, call);
                    return times.add((System.nanoTime() - due) / 1e6);
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        return times;
    }

    /** Calls about an avatar that is not there are not kept. */
    private AvatarId someAvatar() throws SQLException {
        var avatar = UUID.randomUUID();
        var chat = ThreadLocalRandom.current().nextLong(1L << 50);
        try (var connection = pool.getConnection();
                var user = connection.prepareStatement(
                        "INSERT INTO users (id, chat_id, name, language, zone) VALUES (?, ?, 'Bench', 'EN', 'UTC')");
                var draft = connection.prepareStatement(
                        "INSERT INTO avatars (id, user_id, name, gender, version) VALUES (?, ?, 'Bench', 'other',"
                                + " 1)")) {
            user.setObject(1, avatar);
            user.setLong(2, chat);
            user.executeUpdate();
            draft.setObject(1, avatar);
            draft.setObject(2, avatar);
            draft.executeUpdate();
        }
        return new AvatarId(avatar);
    }

    private void take(FalWebhook webhook, HearTrainer hear, Call call) throws InterruptedException {
        var verdict = webhook.judge(
                call.body().getBytes(StandardCharsets.UTF_8),
                name -> Optional.ofNullable(call.headers().get(name)));
        if (!(verdict instanceof Verdict.Genuine(var id, var ending))) {
            throw new IllegalStateException("A call of our own is not believed: " + verdict);
        }
        hear.hear(new Ring(id, avatar, 1, ending == FalWebhook.Ending.OK, id, Instant.now()));
    }

    private static Call call(KeyPair keys, String request) throws GeneralSecurityException {
        var body = "{\"request_id\":\"%s\",\"status\":\"OK\",\"payload\":{\"seed\":1}}".formatted(request);
        var time = String.valueOf(Instant.now().getEpochSecond());
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(String.join("\n", request, "bench", time, hash).getBytes(StandardCharsets.UTF_8));
        return new Call(
                body,
                Map.of(
                        "X-Fal-Webhook-Request-Id",
                        request,
                        "X-Fal-Webhook-User-Id",
                        "bench",
                        "X-Fal-Webhook-Timestamp",
                        time,
                        "X-Fal-Webhook-Signature",
                        HexFormat.of().formatHex(signature.sign())));
    }

    /** The last 32 bytes of the encoded key are the key. */
    private static String jwks(KeyPair keys) {
        var encoded = keys.getPublic().getEncoded();
        var raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}]}"
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    }
}
