package app.aisha.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for what may be in no line of a log: forms of secrets, the very secrets of tests, words of people and their names. */
final class LogScan {

    /** Shorter ones may stand in a line by accident. */
    private static final int SHORTEST_WORDS = 12;

    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "a token of a bot", Pattern.compile("(?<![\\d:.])\\d{1,20}:(?![0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9_-]{20,}"),
            "a signed address", Pattern.compile("X-Amz-(Signature|Credential)"),
            "an address of a file with its token", Pattern.compile("/file/bot"),
            "a key of FAL", Pattern.compile("(?i)\\bKey [\\w-]+:[\\w-]+"),
            "a key of OpenAI", Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,}"),
            "a bearer", Pattern.compile("(?i)\\bBearer [\\w.-]{6,}"),
            "a login in an address", Pattern.compile("\\w://[^/@\\s:]+:(?!\\[hidden])[^/@\\s\\]]+@")));

    private final List<String> literals;
    private final List<Pattern> names;

    private LogScan(List<String> literals, List<Pattern> names) {
        this.literals = literals;
        this.names = names;
    }

    /** What was found, and in how much. */
    record Result(int files, long lines, List<String> findings) {}

    /** For nothing that people said, only for the forms. */
    static LogScan ofForms() {
        return new LogScan(List.of(), List.of());
    }

    /** For what was overheard, one thing a line. */
    static LogScan of(Stream<String> words, Stream<String> secrets, Stream<String> names) {
        var literals = Stream.concat(
                        words.filter(said -> said.length() >= SHORTEST_WORDS && !said.startsWith("/")),
                        secrets.filter(secret -> secret.length() > 5))
                .distinct()
                .toList();
        return new LogScan(
                literals,
                names.filter(name -> name.length() > 2)
                        .distinct()
                        .map(name -> Pattern.compile(
                                "(?<![\\p{L}\\d_.])" + Pattern.quote(name) + "(?![\\p{L}\\d_]|\\.java)"))
                        .toList());
    }

    Result scan(List<Path> logs) throws IOException {
        var findings = new ArrayList<String>();
        var count = 0L;
        for (var log : logs) {
            try (var lines = Files.lines(log)) {
                var number = 0L;
                for (var line : (Iterable<String>) lines::iterator) {
                    number++;
                    var where = log + ":" + number;
                    in(line).forEach(what -> findings.add("%s in %s: %s".formatted(what, where, line)));
                }
                count += number;
            }
        }
        return new Result(logs.size(), count, findings);
    }

    /** What is wrong with a line. */
    Stream<String> in(String line) {
        return Stream.of(
                        FORMS.entrySet().stream()
                                .filter(form -> form.getValue().matcher(line).find())
                                .map(Map.Entry::getKey),
                        literals.stream().filter(line::contains).map("“%s”"::formatted),
                        names.stream().filter(name -> name.matcher(line).find()).map(name -> "the name " + name))
                .flatMap(found -> found);
    }
}
