package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.*;

import app.aisha.adapters.http.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads the settings of an assembly, or says everything that is wrong with them. */
public final class SettingsReader {

    /** Which product is to start. */
    public enum Assembly {
        SANDBOX,
        PRODUCTION
    }

    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    private final Environment environment;

    private SettingsReader(Environment environment) {
        this.environment = environment;
    }

    public static Settings read(Environment environment, Assembly assembly) throws BadSettings {
        var reader = new SettingsReader(environment);
        if (assembly == Assembly.PRODUCTION) {
            reader.requireAll();
        }
        var settings = new Settings(
                reader.telegram(),
                reader.webhook(),
                reader.database(),
                environment.as(REDIS_URL, "an address redis://…", SettingsReader::redis),
                reader.s3(),
                new ModelsReader(environment, reader.data()).read(assembly),
                reader.general(assembly));
        environment.orThrow();
        return settings;
    }

    /** Only what somebody at the console needs. */
    public static ConsoleSettings readForConsole(Environment environment) throws BadSettings {
        var reader = new SettingsReader(environment);
        var settings = new ConsoleSettings(
                reader.database(), reader.data(), reader.proxy(), new HouseReader(environment).read());
        environment.orThrow();
        return settings;
    }

    /** Whether everything is set that production cannot do without. */
    public static boolean tellOfProduction(Environment environment) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.need() == Setting.Need.PRODUCTION)
                .allMatch(environment::has);
    }

    /** Whether it is not the sandbox's database that is meant. */
    public static boolean tellOfADatabase(Environment environment) {
        return environment.has(DATABASE_URL);
    }

    private void requireAll() {
        for (var setting : Setting.values()) {
            if (setting.need() == Setting.Need.PRODUCTION && !environment.has(setting)) {
                environment.problem(setting, "is not set");
            }
        }
    }

    private Optional<Settings.Telegram> telegram() {
        var api = environment.address(TELEGRAM_API_URL);
        var files = environment.address(TELEGRAM_FILE_URL);
        var token = environment.as(TELEGRAM_TOKEN, "a token of the form 123456:ABC…", SettingsReader::token);
        if (!environment.has(TELEGRAM_TOKEN) && (api.isPresent() || files.isPresent())) {
            environment.problem(TELEGRAM_TOKEN, "is not set, but TELEGRAM_API_URL or TELEGRAM_FILE_URL is");
        }
        var root = api.orElse(TELEGRAM);
        var downloads = new DownloadReader(environment).read();
        return token.map(
                secret -> new Settings.Telegram(root, files.orElse(URI.create(root + "/file")), secret, downloads));
    }

    private Optional<Settings.Webhook> webhook() {
        var address = environment.address(TELEGRAM_WEBHOOK_URL);
        var secret = environment.as(
                TELEGRAM_WEBHOOK_SECRET, "1 to 256 characters of A-Z a-z 0-9 _ -", SettingsReader::webhookSecret);
        if (address.isPresent() && !environment.has(TELEGRAM_WEBHOOK_SECRET)) {
            environment.problem(TELEGRAM_WEBHOOK_SECRET, "is not set, but TELEGRAM_WEBHOOK_URL is");
        }
        return address.flatMap(url -> secret.map(known -> new Settings.Webhook(url, known)));
    }

    private Optional<Settings.Database> database() {
        return environment.as(
                DATABASE_URL, "an address postgresql://user:password@host:port/name", SettingsReader::postgres);
    }

    private Optional<Settings.S3> s3() {
        var endpoint = environment.address(MINIO_ENDPOINT);
        var access = environment.key(MINIO_ACCESS_KEY);
        var secret = environment.key(MINIO_SECRET_KEY);
        var bucket = environment
                .as(MINIO_BUCKET, "a bucket name", SettingsReader::bucket)
                .orElse("aisha");
        if (endpoint.isEmpty()) {
            return Optional.empty();
        }
        for (var setting : new Setting[] {MINIO_ACCESS_KEY, MINIO_SECRET_KEY}) {
            if (!environment.has(setting)) {
                environment.problem(setting, "is not set, but MINIO_ENDPOINT is");
            }
        }
        return access.flatMap(known -> secret.map(hidden -> new Settings.S3(endpoint.get(), known, hidden, bucket)));
    }

    private Settings.General general(Assembly assembly) {
        var ports = new Settings.Ports(
                port(AISHA_PORT).orElse(8080), port(AISHA_CHAT_PORT).orElse(8081));
        return new Settings.General(
                data(),
                ports,
                proxy(),
                environment.as(FFMPEG_PATH, "a path", Path::of),
                new ModelsReader(environment, data()).speechModel(),
                new HouseReader(environment).read(),
                new OperationsReader(environment).read(assembly, ports.http()));
    }

    private Optional<URI> proxy() {
        return environment.as(HTTP_PROXY_URL, "an address http://host:port", SettingsReader::proxy);
    }

    private Path data() {
        return environment.as(AISHA_DATA, "a folder", Path::of).orElse(Path.of("data"));
    }

    private Optional<Integer> port(Setting setting) {
        return environment.as(setting, "a port from 0 to 65535", value -> Values.within(value, 0, 65_535));
    }

    private static Secret token(String value) {
        return new Secret(Values.require(value, value.matches("[0-9]{1,20}:[\\w-]{10,}")));
    }

    private static Secret webhookSecret(String value) {
        return new Secret(Values.require(value, value.matches("[\\w-]{1,256}")));
    }

    private static String bucket(String value) {
        return Values.require(value, value.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"));
    }

    private static URI redis(String value) {
        var uri = URI.create(value);
        return Values.require(
                uri, uri.getHost() != null && String.valueOf(uri.getScheme()).matches("rediss?"));
    }

    private static URI proxy(String value) {
        var uri = URI.create(value);
        return Values.require(uri, uri.getHost() != null && uri.getPort() > 0 && "http".equals(uri.getScheme()));
    }

    private static Settings.Database postgres(String value) {
        var uri = URI.create(value);
        var login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        Values.require(uri, "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()));
        Values.require(
                uri, uri.getHost() != null && login.length == 2 && uri.getPath().length() > 1);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new Settings.Database(
                "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), query),
                decoded(login[0]),
                new Secret(decoded(login[1])));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
