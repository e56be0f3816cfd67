package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus gets after some traffic is what the documents, the dashboard and the alerts speak of. */
class MetricsStory {

    private static final Path ROOT = Path.of("..");
    private static final Path OPERATIONS = ROOT.resolve(Path.of("docs", "operations.md"));
    private static final Pattern ROW = Pattern.compile("\\| `(aisha_\\w+)` \\|([^|]*)\\|.*");
    private static final Pattern FAMILY = Pattern.compile("(aisha_\\w+?)(_seconds)?(_count|_sum|_max|_bucket)?");
    private static final Town TOWN = Town.ofOneInstance();

    private static Scrape scrape;

    /** A recording with a summary, and a picture. */
    @BeforeAll
    static void somePeopleUseHer() {
        TOWN.calm();
        TOWN.hears("The meeting moves to Monday.");
        var john = TOWN.person("Johnny", "en");
        john.seesInReplyTo(john.sendsVoice("note-en.ogg"), "The meeting moves to Monday.");
        var petr = TOWN.person("Пётр", "ru");
        petr.says("/picture");
        petr.taps("📷 Сразу по фото, без обучения");
        petr.sends("photo", "photo.jpg", PhotoSession.portraits(1, 17).getFirst());
        petr.sees("Фото у меня");
        petr.says("на крыше под звёздами");
        petr.sees("Вот что получится");
        petr.taps(petr.labelWith("🎨 Создать 1"));
        petr.sees("🖼");
        var metrics = TOWN.management("/actuator/prometheus");
        scrape = Moment.when(
                "what a picture took of FAL among the metrics",
                () -> Optional.of(Scrape.of(metrics)).filter(it -> it.has("aisha_fal_machine_seconds_sum")));
    }

    @Test
    void theDocumentsNameEveryMetricWithItsLabels() throws IOException {
        var documented = new TreeMap<String, List<String>>();
        for (var line : Files.readAllLines(OPERATIONS)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                var labels = Pattern.compile("`(\\w+)`")
                        .matcher(row.group(2))
                        .results()
                        .map(found -> found.group(1));
                documented.put(row.group(1), labels.sorted().toList());
            }
        }

        assertThat(documented).isEqualTo(families());
    }

    /** Timers by their name with the unit, whatever is measured of them. */
    private static Map<String, List<String>> families() {
        var found = new TreeMap<String, List<String>>();
        scrape.labels().forEach((metric, labels) -> {
            var family = FAMILY.matcher(metric);
            if (family.matches()) {
                var name = metric.replaceFirst("_(count|sum|max|bucket)$", "");
                found.put(
                        name,
                        labels.stream()
                                .filter(label -> !label.equals("le"))
                                .sorted()
                                .toList());
            }
        });
        return found;
    }

    @Test
    void nothingIsCountedByPerson() {
        var labels = scrape.labels().entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("aisha_"))
                .flatMap(metric -> metric.getValue().stream())
                .collect(Collectors.toSet());

        assertThat(labels)
                .isSubsetOf("kind", "outcome", "operation", "endpoint", "provider", "store", "depth", "result");
    }

    @Test
    void theDashboardShowsMetricsThatExist() throws IOException {
        var dashboard = new JsonMapper().readTree(Files.readString(ROOT.resolve("deploy/grafana/aisha.json")));
        var expressions = new ArrayList<String>();
        for (var panel : dashboard.get("panels")) {
            panel.path("targets")
                    .forEach(target -> expressions.add(target.get("expr").asString()));
        }
        for (var variable : dashboard.get("templating").get("list")) {
            if (variable.get("type").asString().equals("query")) {
                expressions.add(variable.get("query").asString());
            }
        }

        assertThat(expressions).hasSizeGreaterThan(30);
        assertThat(expressions)
                .allSatisfy(text -> assertThat(new Expression(text).unknownTo(scrape))
                        .as(text)
                        .isEmpty());
    }

    @Test
    void everyAlertAsksForWhatExistsAndSaysWhatToDo() throws IOException {
        var headings = headings();
        var alerts = alerts();

        assertThat(alerts).hasSizeGreaterThan(15).allSatisfy(alert -> {
            var name = String.valueOf(alert.get("alert"));
            var texts = (Map<?, ?>) Objects.requireNonNull(alert.get("annotations"));
            var runbook = String.valueOf(texts.get("runbook"));
            assertThat(new Expression(String.valueOf(alert.get("expr"))).unknownTo(scrape))
                    .as(name)
                    .isEmpty();
            assertThat(String.valueOf(texts.get("summary")))
                    .as(name)
                    .isNotBlank()
                    .isNotEqualTo("null");
            assertThat(runbook).as(name).startsWith("docs/operations.md#");
            assertThat(headings).as(name).contains(runbook.substring(runbook.indexOf('#') + 1));
            assertThat((Map<?, ?>) alert.get("labels")).as(name).hasSize(1);
            assertThat(alert.get("for")).as(name).isNotNull();
        });
    }

    private static List<Map<?, ?>> alerts() {
        return list(yaml("alerts.yml").get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .collect(Collectors.toList());
    }

    @Test
    void theExampleForPrometheusReadsTheAlertsAndTheManagementPort() {
        var example = yaml("prometheus.yml");
        var job = list(example.get("scrape_configs")).getFirst();

        assertThat(example.get("rule_files")).isEqualTo(List.of("alerts.yml"));
        assertThat(job.get("job_name")).isEqualTo("aisha");
        assertThat(job.get("metrics_path")).isEqualTo("/actuator/prometheus");
        assertThat(String.valueOf(job.get("static_configs"))).contains("8082");
    }

    private static Map<String, Object> yaml(String name) {
        var reader = new YamlMapFactoryBean();
        reader.setResources(
                new FileSystemResource(ROOT.resolve("deploy/prometheus").resolve(name)));
        return Objects.requireNonNull(reader.getObject());
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        return ((List<?>) Objects.requireNonNull(value))
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }

    /** As Markdown is shown, a heading becomes its words in small letters with dashes between. */
    private static List<String> headings() throws IOException {
        try (var lines = Files.lines(OPERATIONS)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                    .toList();
        }
    }
}
