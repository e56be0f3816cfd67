package app.aisha.app.story;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.embedded.PostgresNotStarted;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresUsers;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.app.Running;
import app.aisha.app.StartFailed;
import app.aisha.app.settings.Avatars;
import app.aisha.app.settings.House;
import app.aisha.app.settings.Operations;
import app.aisha.app.settings.Settings;
import app.aisha.core.account.ChatId;
import app.aisha.core.avatar.AvatarRules.Patience;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.simulators.fal.FalControl;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The assembled program with PostgreSQL, a simulated Telegram and a simulated speech service. One town per way of intake
 * serves all stories of a test run; its people are new in each.
 */
final class Town {

    static final String SECRET = "story-secret";
    private static final String TOKEN = "42:story-token-story-token";
    private static final String KEY = "story-key";

    /** How updates come in. */
    enum Intake {
        POLLING,
        WEBHOOK
    }

    private static final Map<Intake, Town> TOWNS = new EnumMap<>(Intake.class);
    private static final Path FOLDER = Path.of("target", "town");
    private static final Timing TRAINER =
            new Timing(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200));

    private static final Set<ChatId> ADMINS =
            LongStream.rangeClosed(900_001, 900_012).mapToObj(ChatId::new).collect(Collectors.toSet());

    private final Iterator<ChatId> freeAdmins = ADMINS.iterator();
    private final Running running = new Running();
    private final TelegramSimulator telegramServer;
    private final OpenAiSimulator speechServer;
    private final FalSimulator trainerServer;
    private final TraceReceiver traceReceiver;
    private final DataSource dataSource;
    private final JdbcClient database;
    private final Path data = FOLDER.resolve(UUID.randomUUID().toString());
    private final EmbeddedPostgres postgres;
    private final Running.Ports ports;
    private Running.@Nullable Ports another;

    static synchronized Town with(Intake intake) {
        return TOWNS.computeIfAbsent(intake, Town::new);
    }

    private Town(Intake intake) {
        running.stopAtExit();
        try {
            traceReceiver = TraceReceiver.start();
            running.add(traceReceiver);
            telegramServer = TelegramSimulator.start(TelegramSimulator.Settings.inMemory());
            running.add(telegramServer);
            var ffmpeg = ffmpeg();
            speechServer = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
            running.add(speechServer);
            trainerServer = FalSimulator.start(FalSettings.sandbox().withTiming(TRAINER));
            running.add(trainerServer);
            postgres = EmbeddedPostgres.start(data.resolve("postgres"), _ -> {});
            running.add(postgres);
            List.of(postgres.password(), SECRET, TOKEN, KEY, FalSettings.SANDBOX_KEY)
                    .forEach(Overheard::secret);
            dataSource = new DriverManagerDataSource(postgres.jdbcUrl(), postgres.user(), postgres.password());
            database = JdbcClient.create(dataSource);
            ports = running.startProgram(settings(intake));
        } catch (IOException | PostgresNotStarted | SoundToolUnavailable | StartFailed | InterruptedException e) {
            running.close();
            throw new IllegalStateException("The town is closed", e);
        }
    }

    static Ffmpeg ffmpeg() throws SoundToolUnavailable, InterruptedException {
        return Ffmpeg.find(new FfmpegSettings(Optional.empty(), FOLDER.resolve("ffmpeg")));
    }

    private Settings settings(Intake intake) throws IOException {
        var http = freePort();
        var telegram = telegramServer.root();
        return new Settings(
                Optional.of(new Settings.Telegram(telegram, URI.create(telegram + "/file"), new Secret(TOKEN))),
                intake == Intake.WEBHOOK
                        ? Optional.of(new Settings.Webhook(URI.create("http://127.0.0.1:" + http), new Secret(SECRET)))
                        : Optional.empty(),
                Optional.of(
                        new Settings.Database(postgres.jdbcUrl(), postgres.user(), new Secret(postgres.password()))),
                Optional.empty(),
                Optional.empty(),
                models(URI.create(speechServer.address() + "/v1"), Optional.of(new Secret(KEY))),
                new Settings.General(
                        data,
                        new Settings.Ports(http, 0),
                        Optional.empty(),
                        Optional.empty(),
                        "gpt-transcribe",
                        house(intake, http),
                        Operations.QUIET.tracing(traceReceiver.address())));
    }

    /** Where updates are polled, trainings are looked at often too; where they are pushed, FAL is only listened to. */
    private static House house(Intake intake, int http) {
        var usual = Patience.USUAL;
        var poll = intake == Intake.POLLING ? Duration.ofSeconds(1) : Duration.ofMinutes(10);
        var patience = new Patience(poll, usual.uncertain(), usual.longest(), usual.storing());
        return House.USUAL
                .administeredBy(ADMINS)
                .making(new Avatars(
                        Avatars.USUAL.rules(), 10, Optional.of(URI.create("http://127.0.0.1:" + http)), patience));
    }

    private Settings.Models models(URI server, Optional<Secret> key) {
        return new Settings.Models(
                Optional.of(new Settings.Speech.Service(server, key, Probing.NEVER, Duration.ofSeconds(1))),
                Optional.of(new Settings.Text(
                        server, key, TextSettings.USUAL_MODEL, TextSettings.USUAL_CONTEXT, Duration.ofSeconds(1))),
                Optional.of(new Settings.Trainer(
                        new Secret(FalSettings.SANDBOX_KEY),
                        new Roots(
                                trainerServer.queue(),
                                trainerServer.rest(),
                                trainerServer.platform(),
                                trainerServer.jwks()))));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where a second instance of the program answers, on the same database. It is started by whoever asks first. */
    synchronized URI anotherInstance() {
        var second = another;
        if (second == null) {
            try {
                second = running.startProgram(settings(Intake.WEBHOOK));
                another = second;
            } catch (IOException | StartFailed e) {
                throw new IllegalStateException("No second instance", e);
            }
        }
        return URI.create("http://127.0.0.1:" + second.http());
    }

    /** Somebody new. */
    Person person(String name, String language) {
        return new Person(telegram(), name, language);
    }

    /** Somebody new who administers. */
    synchronized Person admin(String name, String language) {
        return new Person(telegram(), name, language, freeAdmins.next().value());
    }

    /** The folder of the embedded parts. */
    Path data() {
        return data;
    }

    Control telegram() {
        return new Control(telegramServer.root());
    }

    FalControl trainer() {
        return trainerServer.control();
    }

    /** What the program tells of its work. */
    TraceReceiver traces() {
        return traceReceiver;
    }

    Control speech() {
        return new Control(speechServer.address());
    }

    /** Everything works again as it should. */
    void calm() {
        telegram().delete("/faults");
        speech().delete("/faults");
        trainer().clearFaults();
        trainer().clearPlans();
        speech().delete("/text");
        speech().delete("/script");
    }

    /** The next unscripted recordings are heard as this. */
    void hears(String text) {
        Overheard.words(text);
        speech().post("/text", "{\"text\": \"%s\"}".formatted(text));
    }

    /** Any stretch of this recording is heard as its words. */
    void speechKnows(TalkingTones talk) {
        speech().post("/script", new Form().file("audio", talk.wav()).field("words", talk.json()));
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + ports.http() + path);
    }

    /** On the port of those who run the program. */
    URI management(String path) {
        return URI.create("http://127.0.0.1:" + ports.management() + path);
    }

    /** Takes credits as an administrator would, without a word. */
    void takes(Person person, long credits) {
        book(person, id -> new Booking.Take(id, new Credits(credits), "a story"));
    }

    /** Gives credits as an administrator would, without a word. */
    void gives(Person person, long credits) {
        book(person, id -> new Booking.Grant(id, new Credits(credits), "a story"));
    }

    private void book(Person person, Function<UUID, Booking> booking) {
        var known = new PostgresDatabase(dataSource);
        var clock = InstantSource.system();
        var ids = new TimeOrderedIds(clock);
        var user = new PostgresUsers(known, ids, House.USUAL.zone())
                .at(new ChatId(Long.parseLong(person.id())))
                .orElseThrow();
        new PostgresWallets(known, ids, clock, House.USUAL.gift()).book(user.id(), booking.apply(ids.next()));
    }

    /** How many credits a person may spend. */
    long money(Person person) {
        return database.sql("SELECT free FROM wallets JOIN users ON users.id = user_id WHERE chat_id = ?")
                .param(Long.parseLong(person.id()))
                .query(Long.class)
                .single();
    }

    /** Takes part in the transactions of {@link #dataSource}. */
    JdbcClient database() {
        return database;
    }

    DataSource dataSource() {
        return dataSource;
    }
}
