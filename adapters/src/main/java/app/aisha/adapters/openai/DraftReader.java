package app.aisha.adapters.openai;

import app.aisha.core.digest.Draft;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a model wrote, as loosely as can be without guessing: what is missing is empty, what is too much is left out,
 * what has not the form of an answer at all is no draft.
 */
final class DraftReader {

    private static final int MOST_ITEMS = 200;
    private static final int LONGEST = 2_000;
    private static final Pattern GAPS = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\s]+");
    private static final Pattern NOBODY = Pattern.compile("(?i)null|none|n/?a|nil|unknown|undefined|[-–—?.]*");
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.uuuu");
    private static final int ISO_DATE = 10;

    private final DigestForm form;

    DraftReader(DigestForm form) {
        this.form = form;
    }

    Optional<Draft> read(String said) {
        return JsonInText.first(said, this::draft);
    }

    private Optional<Draft> draft(JsonNode value) {
        if (value.isArray() && form.lists().size() == 1 && value.path(0).isObject()) {
            return Optional.of(draft(_ -> value));
        }
        return form.lists().stream().anyMatch(value::has) ? Optional.of(draft(value::path)) : Optional.empty();
    }

    /** The lists of an answer by name. */
    private interface Lists {

        JsonNode list(String name);
    }

    private Draft draft(Lists answer) {
        return switch (form) {
            case SUMMARY -> new Draft.Summary(claims(answer.list("points")));
            case TO_DO -> new Draft.ToDo(tasks(answer.list("tasks")));
            case PROTOCOL ->
                new Draft.Protocol(
                        participants(answer.list("participants")),
                        claims(answer.list("agenda")),
                        claims(answer.list("discussion")),
                        claims(answer.list("decisions")),
                        tasks(answer.list("tasks")));
            case ANSWER -> new Draft.Answer(claims(answer.list("claims")));
        };
    }

    private static Stream<JsonNode> items(JsonNode list) {
        var items = list.isObject() ? Stream.of(list) : StreamSupport.stream(list.spliterator(), false);
        return items.limit(MOST_ITEMS);
    }

    private static List<String> participants(JsonNode list) {
        return items(list)
                .map(item -> item.isObject() ? item.path("name") : item)
                .flatMap(item -> said(item).stream())
                .distinct()
                .toList();
    }

    private static List<Draft.Claim> claims(JsonNode list) {
        return items(list).flatMap(item -> claim(item).stream()).toList();
    }

    private static Optional<Draft.Claim> claim(JsonNode item) {
        return said(item.isObject() ? item.path("text") : item)
                .map(text -> new Draft.Claim(text, line(item.path("quote")), at(item)));
    }

    private static List<Draft.Task> tasks(JsonNode list) {
        return items(list).flatMap(item -> task(item).stream()).toList();
    }

    private static Optional<Draft.Task> task(JsonNode item) {
        return said(item.isObject() ? item.path("what") : item)
                .map(what -> new Draft.Task(
                        what,
                        said(item.path("who")),
                        said(item.path("due")),
                        date(line(item.path("date"))),
                        line(item.path("quote")),
                        at(item)));
    }

    private static Optional<Duration> at(JsonNode item) {
        return TimeCode.read(item.path("at"));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")
                            ? LocalDate.parse(text, DOTTED)
                            : LocalDate.parse(text.substring(0, Math.min(text.length(), ISO_DATE))));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** A word for nothing is nothing. */
    private static Optional<String> said(JsonNode node) {
        return Optional.of(line(node)).filter(text -> !NOBODY.matcher(text).matches());
    }

    private static String line(JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return "";
        }
        var line = GAPS.matcher(node.asString()).replaceAll(" ").strip();
        return line.length() <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST)));
    }
}
