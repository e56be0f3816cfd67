package app.aisha.bench;

import app.aisha.app.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How soon the packaged program refuses to start where one setting is missing or malformed, and whether it names it. */
final class RefusalsBenchmark implements Benchmark {

    private static final Path JAR = Path.of("app/target/aisha-exec.jar").toAbsolutePath();
    private static final double PROMISED = 2;

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public String purpose() {
        return "./aisha serve with each setting missing or malformed: seconds until it is named";
    }

    @Override
    public Figures run() throws Exception {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing; run ./aisha once, which builds it");
        }
        var figures = new Figures("serve in a process of its own, refused", "", "seconds");
        var all = new ArrayList<Double>();
        try (var folder = TemporaryFolder.make()) {
            for (var setting : Setting.values()) {
                if (setting.need() == Setting.Need.PRODUCTION) {
                    var values = complete();
                    values.remove(setting);
                    all.add(timed(figures, setting + " missing", setting, values, folder.path()));
                }
                var values = complete();
                values.put(setting, "mal\0formed");
                all.add(timed(figures, setting + " malformed", setting, values, folder.path()));
            }
        }
        figures.row("median of " + all.size(), seconds(Sample.of(all).median()));
        figures.row(
                "slower than %.0f s".formatted(PROMISED),
                Long.toString(all.stream().filter(time -> time > PROMISED).count()));
        return figures;
    }

    private static Map<Setting, String> complete() {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.TELEGRAM_TOKEN, "1000000001:simulated-telegram-knows-every-token");
        values.put(Setting.TELEGRAM_WEBHOOK_SECRET, "fine");
        values.put(Setting.DATABASE_URL, "postgresql://aisha:secret@127.0.0.1:1/aisha");
        values.put(Setting.REDIS_URL, "redis://127.0.0.1:1");
        values.put(Setting.MINIO_ENDPOINT, "http://127.0.0.1:1");
        values.put(Setting.MINIO_ACCESS_KEY, "access");
        values.put(Setting.MINIO_SECRET_KEY, "secret");
        values.put(Setting.OPENAI_API_KEY, "key");
        values.put(Setting.FAL_API_KEY, "id:key");
        return values;
    }

    private static double timed(Figures figures, String name, Setting named, Map<Setting, String> values, Path folder)
            throws IOException, InterruptedException {
        Files.write(
                folder.resolve(".env"),
                values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
        var builder = new ProcessBuilder(
                        List.of(Java.PROGRAM, "-XX:+UseSerialGC", "-Xmx512m", "-jar", JAR.toString(), "serve"))
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        List.of(Setting.values()).forEach(setting -> builder.environment().remove(setting.name()));
        var begin = System.nanoTime();
        var process = builder.start();
        var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        var code = process.waitFor();
        var time = (System.nanoTime() - begin) / 1e9;
        if (code != 1 || !said.contains("\n  " + named + " ")) {
            throw new IllegalStateException("%s: ended with %d and said %s".formatted(name, code, said));
        }
        figures.row(name, seconds(time));
        return time;
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
