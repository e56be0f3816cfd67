package app.aisha.app.sandbox;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.embedded.PostgresNotStarted;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.postgres.AbandonedClaims;
import app.aisha.app.Running;
import app.aisha.app.StartFailed;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.Settings;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.simulators.chat.ChatPage;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings what the settings leave open, on this machine alone, and starts the program on it. */
public final class Sandbox {

    private static final String TOKEN = "1000000001:simulated-telegram-knows-every-token";

    private final Settings told;
    private final Running running = new Running();

    private Sandbox(Settings told) {
        this.told = told;
    }

    /** Returns when everything runs; it is stopped when the process is asked to end. */
    public static void run(Environment environment) throws BadSettings, StartFailed, InterruptedException {
        var settings = SettingsReader.read(environment, Assembly.SANDBOX);
        new Sandbox(settings).start();
    }

    private void start() throws StartFailed, InterruptedException {
        running.stopAtExit();
        try {
            var database = told.database().isPresent() ? told.database().get() : bringDatabase();
            var telegram = told.telegram().isPresent() ? Optional.<TelegramSimulator>empty() : bringTelegram();
            var models = told.speech().isPresent() && told.text().isPresent()
                    ? Optional.<OpenAiSimulator>empty()
                    : bringModels();
            var trainer = told.trainer().isPresent() ? Optional.<FalSimulator>empty() : bringTrainer();
            var settings = told.with(telegram.map(Sandbox::settingsOf), database, settingsOf(models, trainer));
            var ports = running.startProgram(settings);
            System.out.print(new Summary(told, ports, telegram.map(TelegramSimulator::port)).text());
        } catch (IOException | PostgresNotStarted | SoundToolUnavailable e) {
            running.close();
            throw new StartFailed(String.valueOf(e.getMessage()), e);
        }
    }

    private Settings.Database bringDatabase() throws PostgresNotStarted, InterruptedException {
        var server = EmbeddedPostgres.start(data().resolve("postgres"), Summary::sayStage);
        running.add(server);
        AbandonedClaims.release(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
        return new Settings.Database(server.jdbcUrl(), server.user(), new Secret(server.password()));
    }

    private Optional<TelegramSimulator> bringTelegram() throws IOException {
        var simulator = TelegramSimulator.start(TelegramSimulator.Settings.inMemory()
                .withPort(told.general().ports().chat())
                .withData(data().resolve("telegram"))
                .withPage(new ChatPage()));
        running.add(simulator);
        return Optional.of(simulator);
    }

    private static Settings.Telegram settingsOf(TelegramSimulator simulator) {
        return new Settings.Telegram(simulator.root(), URI.create(simulator.root() + "/file"), new Secret(TOKEN));
    }

    private static Settings.Models settingsOf(Optional<OpenAiSimulator> models, Optional<FalSimulator> trainer) {
        var base = models.map(it -> URI.create(it.address() + "/v1"));
        var key = Optional.of(new Secret("simulated"));
        return new Settings.Models(
                base.map(it -> new Settings.Speech.Service(it, key, Probing.NEVER, Duration.ofMinutes(1))),
                base.map(it -> new Settings.Text(it, key)),
                trainer.map(Sandbox::settingsOf));
    }

    private static Settings.Trainer settingsOf(FalSimulator simulator) {
        return new Settings.Trainer(
                new Secret(FalSettings.SANDBOX_KEY),
                new Roots(simulator.queue(), simulator.rest(), simulator.platform(), simulator.jwks()));
    }

    private Optional<FalSimulator> bringTrainer() throws IOException {
        var simulator = FalSimulator.start(FalSettings.sandbox());
        running.add(simulator);
        return Optional.of(simulator);
    }

    private Optional<OpenAiSimulator> bringModels() throws IOException, SoundToolUnavailable, InterruptedException {
        var ffmpeg = Ffmpeg.find(new FfmpegSettings(told.general().ffmpeg(), data().resolve("ffmpeg")));
        var simulator = OpenAiSimulator.start(OpenAiSettings.anyPort(ffmpeg.program(), ffmpeg.environment()));
        running.add(simulator);
        return Optional.of(simulator);
    }

    private Path data() {
        return told.general().data();
    }
}
