package app.aisha.app.story;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.redis.Redis;
import app.aisha.adapters.s3.S3Server;
import app.aisha.app.Running;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two processes of the program as they run for real users: webhooks through a balancer, one PostgreSQL, one Redis, one S3
 * server that checks signatures. One fleet serves all stories of a test run; each story leaves it whole.
 */
final class Fleet {

    private static final Path FOLDER = Path.of("target", "fleet");
    private static final int SIZE = 2;
    private static final Timing PAINTER =
            new Timing(Duration.ofSeconds(2), Duration.ofMillis(100), Duration.ofMillis(300));
    private static @Nullable Fleet shared;

    final Gate postgresGate;
    final Gate bucketGate;
    final Balancer balancer;
    final List<Household> instances = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final Running running = new Running();
    private final TelegramSimulator telegramServer;
    private final OpenAiSimulator speechServer;
    private final FalSimulator painterServer;
    private final SharedStores stores = new SharedStores();
    private final Path data = FOLDER.resolve(UUID.randomUUID().toString());
    private EmbeddedPostgres postgres;

    /** The fleet, with both of its instances running. */
    static synchronized Fleet whole() throws Exception {
        if (shared == null) {
            shared = new Fleet();
        }
        for (var instance : shared.instances) {
            instance.risesIfDead();
            instance.runs();
        }
        return shared;
    }

    private Fleet() throws Exception {
        running.stopAtExit();
        telegramServer = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
        running.add(telegramServer);
        var ffmpeg = Town.ffmpeg();
        speechServer = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
        running.add(speechServer);
        painterServer = FalSimulator.start(FalSettings.sandbox().withTiming(PAINTER));
        running.add(painterServer);
        postgres = EmbeddedPostgres.start(data.resolve("postgres"), _ -> {});
        running.add(() -> postgres.close());
        postgresGate = new Gate(postgresPort());
        running.add(postgresGate);
        running.add(stores);
        bucketGate = new Gate(stores.bucketPort());
        running.add(bucketGate);
        var front = Balancer.freePort();
        for (var number = 0; number < SIZE; number++) {
            var port = Balancer.freePort();
            addresses.add(URI.create("http://127.0.0.1:" + port));
            var instance = Household.serving(data.resolve("instance-" + number), variables(port, front));
            instances.add(instance);
            running.add(instance);
            instance.runs();
        }
        balancer = new Balancer(front, addresses);
        running.add(balancer);
    }

    private Map<String, String> variables(int port, int front) {
        var database = Objects.requireNonNull(Variables.of(postgres).get("DATABASE_URL"));
        var variables = new HashMap<>(Map.of(
                "DATABASE_URL",
                database.replace(":" + postgresPort() + "/", ":" + postgresGate.port() + "/"),
                "REDIS_URL",
                redis().uri().toString(),
                "MINIO_ENDPOINT",
                "http://127.0.0.1:" + bucketGate.port(),
                "MINIO_ACCESS_KEY",
                S3Server.ACCESS_KEY,
                "MINIO_SECRET_KEY",
                S3Server.SECRET_KEY,
                "AISHA_PORT",
                String.valueOf(port),
                "TELEGRAM_TOKEN",
                "42:story-token-story-token",
                "TELEGRAM_API_URL",
                telegramServer.root().toString(),
                "TELEGRAM_WEBHOOK_URL",
                "http://127.0.0.1:" + front,
                "TELEGRAM_WEBHOOK_SECRET",
                Town.SECRET));
        variables.putAll(Map.of(
                "OPENAI_API_KEY",
                "story-key",
                "OPENAI_BASE_URL",
                speechServer.address() + "/v1",
                "OPENAI_SPEECH_PROBE",
                "never",
                "FAL_API_KEY",
                FalSettings.SANDBOX_KEY,
                "FAL_QUEUE_URL",
                painterServer.queue().toString(),
                "FAL_REST_URL",
                painterServer.rest().toString(),
                "FAL_PLATFORM_URL",
                painterServer.platform().toString()));
        return variables;
    }

    private int postgresPort() {
        return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    /** Stops PostgreSQL, as an upgrade of its machine would. */
    void postgresStops() throws Exception {
        postgresGate.shuts();
        postgres.close();
    }

    void postgresStarts() throws Exception {
        postgres = EmbeddedPostgres.start(data.resolve("postgres"), _ -> {});
        postgresGate.opensTo(postgresPort());
    }

    void bucketIsBack() {
        bucketGate.opensTo(stores.bucketPort());
    }

    Redis redis() {
        return stores.redis;
    }

    Person person(String name) {
        return new Person(telegram(), name, "en");
    }

    Control telegram() {
        return new Control(telegramServer.root());
    }

    Control speech() {
        return new Control(speechServer.address());
    }

    FalSimulator painter() {
        return painterServer;
    }

    URI address(int instance) {
        return addresses.get(instance);
    }

    DataSource dataSource() {
        return new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    JdbcClient database() {
        return JdbcClient.create(dataSource());
    }

    long count(String question) {
        return database().sql(question).query(Long.class).single();
    }
}
