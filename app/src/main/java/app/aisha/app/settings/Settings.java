package app.aisha.app.settings;

import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.adapters.openai.TextSettings;
import app.aisha.adapters.telegram.DownloadSettings;
import app.aisha.adapters.whisper.WhisperModel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the program was told, checked and typed. What is empty has to be brought by the sandbox; in production nothing that
 * is needed is empty.
 */
public record Settings(
        Optional<Telegram> telegram,
        Optional<Webhook> webhook,
        Optional<Database> database,
        Optional<URI> redis,
        Optional<S3> s3,
        Models models,
        General general) {

    /** The Bot API server. */
    public record Telegram(URI api, URI files, Secret token, DownloadSettings downloads) {

        /** Telegram's own, or one that behaves like it. */
        public Telegram(URI api, URI files, Secret token) {
            this(api, files, token, DownloadSettings.CLOUD);
        }
    }

    /** The public address, without path, and the secret that Telegram shows with each update. */
    public record Webhook(URI address, Secret secret) {}

    /** PostgreSQL. */
    public record Database(String jdbcUrl, String user, Secret password) {

        /** Without parameters, among which a password may be. */
        @Override
        public String toString() {
            return "Database[jdbcUrl=%s, user=%s, password=%s]"
                    .formatted(jdbcUrl.replaceFirst("\\?.*", "?…"), user, password);
        }
    }

    /** The media store. */
    public record S3(URI endpoint, Secret accessKey, Secret secretKey, String bucket) {}

    /** What recognises speech. */
    public sealed interface Speech {

        /**
         * A service.
         *
         * @param probing whether it is tried at the start
         * @param pause between two tries while it waits for its operator
         */
        record Service(URI baseUrl, Optional<Secret> key, Probing probing, Duration pause) implements Speech {

            /** With the usual caution. */
            public Service(URI baseUrl, Optional<Secret> key) {
                this(baseUrl, key, Probing.AUTO, OpenAiSettings.USUAL_PAUSE);
            }
        }

        /** A model on this machine. */
        record Local(WhisperModel model) implements Speech {}
    }

    /**
     * The service that reads and writes.
     *
     * @param context tokens that the model holds
     * @param pause between two tries while it waits for its operator
     */
    public record Text(URI baseUrl, Optional<Secret> key, String model, int context, Duration pause) {

        /** With the usual model. */
        public Text(URI baseUrl, Optional<Secret> key) {
            this(baseUrl, key, TextSettings.USUAL_MODEL, TextSettings.USUAL_CONTEXT, OpenAiSettings.USUAL_PAUSE);
        }
    }

    /** FAL, which trains avatars. */
    public record Trainer(Secret key, FalSettings.Roots roots) {}

    /** The services that understand people, and the one that makes pictures of them. */
    public record Models(Optional<Speech> speech, Optional<Text> text, Optional<Trainer> trainer) {}

    /** The rest. */
    public record General(
            Path data,
            Ports ports,
            Optional<URI> proxy,
            Optional<Path> ffmpeg,
            String speechModel,
            House house,
            Operations operations) {

        /** Looked at by nobody but this machine. */
        public General(
                Path data, Ports ports, Optional<URI> proxy, Optional<Path> ffmpeg, String speechModel, House house) {
            this(data, ports, proxy, ffmpeg, speechModel, house, Operations.QUIET);
        }

        /** A simulator may call without any public address. */
        General calledOnThisMachine() {
            var address = Optional.of(ports.http())
                    .filter(port -> port > 0)
                    .map(port -> URI.create("http://localhost:" + port));
            return new General(data, ports, proxy, ffmpeg, speechModel, house.calledAt(address), operations);
        }

        @Override
        public String toString() {
            return "General[data=%s, ports=%s, proxy=%s, ffmpeg=%s, speechModel=%s, house=%s, operations=%s]"
                    .formatted(data, ports, proxy.map(Settings::bare), ffmpeg, speechModel, house, operations);
        }
    }

    /** Where HTTP is answered; 0 stands for any free port. */
    public record Ports(int http, int chat) {}

    public Optional<Speech> speech() {
        return models.speech();
    }

    public Optional<Text> text() {
        return models.text();
    }

    public Optional<Trainer> trainer() {
        return models.trainer();
    }

    /** The same with the parts that the sandbox brings. */
    public Settings with(Optional<Telegram> broughtTelegram, Database broughtDatabase, Models brought) {
        return new Settings(
                telegram.or(() -> broughtTelegram),
                webhook,
                Optional.of(database.orElse(broughtDatabase)),
                redis,
                s3,
                new Models(
                        speech().or(brought::speech),
                        text().or(brought::text),
                        trainer().or(brought::trainer)),
                trainer().isPresent() ? general : general.calledOnThisMachine());
    }

    @Override
    public String toString() {
        return "Settings[telegram=%s, webhook=%s, database=%s, redis=%s, s3=%s, models=%s, general=%s]"
                .formatted(telegram, webhook, database, redis.map(Settings::bare), s3, models, general);
    }

    /** Name and password may stand before the host, and more behind it. */
    private static String bare(URI address) {
        return "%s://%s:%d".formatted(address.getScheme(), address.getHost(), address.getPort());
    }
}
