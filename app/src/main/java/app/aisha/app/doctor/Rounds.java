package app.aisha.app.doctor;

import app.aisha.adapters.fal.FalCheckup;
import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.ffmpeg.FfmpegCheckup;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.openai.OpenAiCheckup;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.adapters.redis.RedisCheckup;
import app.aisha.adapters.s3.S3Checkup;
import app.aisha.adapters.s3.S3Settings;
import app.aisha.adapters.telegram.DownloadSettings;
import app.aisha.adapters.telegram.TelegramApi;
import app.aisha.adapters.telegram.TelegramCheckup;
import app.aisha.adapters.telegram.TelegramSettings;
import app.aisha.app.settings.Settings;
import app.aisha.core.avatar.TrainingSettings;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which checkups the settings call for; what the sandbox brings itself is said and not looked at. */
public final class Rounds {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final String REGION = "us-east-1";

    private final Settings settings;
    private final InstantSource clock;
    private final List<Checkup> all = new ArrayList<>();

    private Rounds(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Of the sandbox: all but that of the database. */
    public static List<Checkup> ofSandbox(Settings settings, InstantSource clock) {
        var rounds = new Rounds(settings, clock);
        rounds.telegram();
        rounds.stores();
        rounds.models();
        rounds.trainer();
        rounds.machine();
        return List.copyOf(rounds.all);
    }

    /** Of production, which brings nothing itself: of what is set. */
    public static List<Checkup> ofProduction(Settings settings, InstantSource clock) {
        return ofSandbox(settings, clock).stream()
                .filter(checkup -> !(checkup instanceof Known))
                .toList();
    }

    /** Something that is known without looking. */
    private record Known(String subject, String sentence) implements Checkup {

        @Override
        public List<Finding> findings() {
            return List.of(Finding.fine(subject, sentence));
        }
    }

    private void telegram() {
        if (settings.telegram().isEmpty()) {
            all.add(new Known("Telegram", "simulated; TELEGRAM_TOKEN makes it real"));
            return;
        }
        var telegram = settings.telegram().get();
        var api = new TelegramApi(
                new TelegramSettings(telegram.api(), telegram.files(), telegram.token()),
                HttpClients.create(settings.general().proxy(), CONNECTING));
        var webhook = settings.webhook().map(it -> URI.create(it.address() + "/telegram/webhook"));
        all.add(new TelegramCheckup(api, webhook, clock));
        webhook.ifPresent(address -> all.add(new PublicAddress(
                "webhook address",
                address,
                "TELEGRAM_WEBHOOK_URL",
                settings.general().proxy())));
        clockOf("Telegram", telegram.api());
    }

    private void clockOf(String server, URI address) {
        all.add(new ClockSkew(server, address, settings.general().proxy(), clock));
    }

    private void stores() {
        settings.s3()
                .ifPresentOrElse(
                        s3 -> all.add(new S3Checkup(new S3Settings(
                                s3.endpoint(), REGION, s3.bucket(), s3.accessKey(), s3.secretKey(), false))),
                        () -> all.add(new Known(
                                "media", "files in " + settings.general().data().resolve("media"))));
        settings.redis()
                .ifPresentOrElse(
                        server -> all.add(new RedisCheckup(server)),
                        () -> all.add(new Known("Redis", "none; dialogs and limits are kept in the process")));
    }

    private void models() {
        var general = settings.general();
        all.add(new FfmpegCheckup(
                new FfmpegSettings(general.ffmpeg(), general.data().resolve("ffmpeg"))));
        settings.speech().ifPresentOrElse(this::speech, () -> all.add(new Known("speech service", "simulated")));
        settings.text()
                .ifPresentOrElse(
                        text -> all.add(OpenAiCheckup.of(new TextSettings(
                                text.baseUrl(),
                                text.key(),
                                text.model(),
                                general.proxy(),
                                text.context(),
                                text.pause()))),
                        () -> all.add(new Known("text service", "simulated")));
    }

    private void speech(Settings.Speech speech) {
        all.add(
                switch (speech) {
                    case Settings.Speech.Service service ->
                        OpenAiCheckup.of(new OpenAiSettings(
                                service.baseUrl(),
                                service.key(),
                                settings.general().speechModel(),
                                settings.general().proxy(),
                                service.probing(),
                                service.pause()));
                    case Settings.Speech.Local local ->
                        new Known(
                                "speech", "on this machine, by " + local.model().file());
                });
    }

    private void trainer() {
        if (settings.trainer().isEmpty()) {
            all.add(new Known("FAL", "simulated; FAL_API_KEY makes it real"));
            return;
        }
        var trainer = settings.trainer().get();
        var proxy = settings.general().proxy();
        var house = settings.general().house();
        var fal = new FalSettings(
                trainer.key(),
                trainer.roots(),
                FalSettings.FAL_FILES,
                FalSettings.Timeouts.USUAL,
                proxy,
                Duration.ofMinutes(1));
        all.add(new FalCheckup(fal, house.pictures().instant(), clock));
        house.avatars().rings().ifPresent(address -> {
            var call = "%s%s%s/1".formatted(address, TrainingSettings.PATH, new UUID(0, 0));
            all.add(new PublicAddress("FAL's calls", URI.create(call), "FAL_WEBHOOK_URL", proxy));
        });
        clockOf("FAL", trainer.roots().queue());
    }

    private void machine() {
        var reserve = settings.telegram()
                .map(Settings.Telegram::downloads)
                .orElse(DownloadSettings.CLOUD)
                .diskReserve();
        all.add(new DiskSpace(settings.general().data(), reserve));
        all.add(new Machine(
                Runtime.getRuntime().maxMemory(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
                settings.speech().map(Rounds::weight).orElse(0L)));
    }

    private static long weight(Settings.Speech speech) {
        return switch (speech) {
            case Settings.Speech.Service _ -> 0;
            case Settings.Speech.Local(var model) -> model.file().toFile().length();
        };
    }
}
