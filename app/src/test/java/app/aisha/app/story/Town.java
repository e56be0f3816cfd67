package app.aisha.app.story;

import app.aisha.adapters.embedded.EmbeddedPostgres;
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
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The assembled program with PostgreSQL, a simulated Telegram and simulated services: one instance that polls and keeps media in
 * files, or two behind a balancer with Redis and S3. One town per way of intake serves all stories of a test run; its people
 * are new in each.
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

    private static final boolean ALL_ON_TWO = Integer.getInteger("aisha.instances", 1) > 1;
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
    private final Optional<SharedStores> stores;
    private final List<Running.Ports> instances = new ArrayList<>();

    /** One town for all of them where {@code -Daisha.instances=2} asks for stories on two instances only. */
    static synchronized Town with(Intake intake) {
        return TOWNS.computeIfAbsent(ALL_ON_TWO ? Intake.WEBHOOK : intake, Town::new);
    }

    /** For what each instance has of its own. */
    static synchronized Town ofOneInstance() {
        return TOWNS.computeIfAbsent(Intake.POLLING, Town::new);
    }

    @SuppressWarnings("IllegalCatch")
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
            stores = intake == Intake.WEBHOOK ? Optional.of(new SharedStores()) : Optional.empty();
            stores.ifPresent(running::add);
            open(intake);
        } catch (Exception e) {
            running.close();
            throw new IllegalStateException("The town is closed", e);
        }
    }

    private void open(Intake intake) throws IOException, StartFailed {
        var front = Balancer.freePort();
        instances.add(running.startProgram(settings(intake, front)));
        if (intake == Intake.WEBHOOK) {
            instances.add(running.startProgram(settings(intake, front)));
            running.add(new Balancer(front, instances().toList()));
        }
    }

    static Ffmpeg ffmpeg() throws SoundToolUnavailable, InterruptedException {
        return Ffmpeg.find(new FfmpegSettings(Optional.empty(), FOLDER.resolve("ffmpeg")));
    }

    /** Calls from outside arrive at the front. */
    private Settings settings(Intake intake, int front) throws IOException {
        var telegram = telegramServer.root();
        return new Settings(
                Optional.of(new Settings.Telegram(telegram, URI.create(telegram + "/file"), new Secret(TOKEN))),
                intake == Intake.WEBHOOK
                        ? Optional.of(new Settings.Webhook(URI.create("http://127.0.0.1:" + front), new Secret(SECRET)))
                        : Optional.empty(),
                Optional.of(
                        new Settings.Database(postgres.jdbcUrl(), postgres.user(), new Secret(postgres.password()))),
                stores.map(shared -> shared.redis.uri()),
                stores.map(SharedStores::bucket),
                models(URI.create(speechServer.address() + "/v1"), Optional.of(new Secret(KEY))),
                new Settings.General(
                        data,
                        new Settings.Ports(intake == Intake.WEBHOOK ? Balancer.freePort() : front, 0),
                        Optional.empty(),
                        Optional.empty(),
                        "gpt-transcribe",
                        house(intake, front),
                        Operations.QUIET.tracing(traceReceiver.address())));
    }

    /** Where updates are polled, trainings are looked at often too; where they are only pushed, FAL is only listened to. */
    private static House house(Intake intake, int front) {
        var usual = Patience.USUAL;
        var poll = intake == Intake.POLLING || ALL_ON_TWO ? Duration.ofSeconds(1) : Duration.ofMinutes(10);
        var patience = new Patience(poll, usual.uncertain(), usual.longest(), usual.storing());
        return House.USUAL
                .administeredBy(ADMINS)
                .making(new Avatars(
                        Avatars.USUAL.rules(), 10, Optional.of(URI.create("http://127.0.0.1:" + front)), patience));
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

    /** Where each instance of the program answers: one where updates are polled, two where they are pushed. */
    Stream<URI> instances() {
        return instances.stream().map(ports -> URI.create("http://127.0.0.1:" + ports.http()));
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

    /** Where the media of all people are as files, in a folder {@code users}. */
    Path media() {
        return stores.map(SharedStores::media).orElse(data.resolve("media"));
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
        return URI.create("http://127.0.0.1:" + instances.getFirst().http() + path);
    }

    /** On the port of those who run the program. */
    URI management(String path) {
        return URI.create("http://127.0.0.1:" + instances.getFirst().management() + path);
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
