package app.aisha.app.settings;

import app.aisha.adapters.http.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The variables of the process over those of a file {@code .env}; an empty one counts as not set. Collects every problem
 * instead of stopping at the first.
 */
public final class Environment {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    public Environment(Map<String, String> variables, Path dotEnv) {
        var all = read(dotEnv);
        variables.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        for (var setting : Setting.values()) {
            Optional.ofNullable(all.get(setting.name()))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(setting, value));
        }
    }

    /** Lines {@code NAME=value}; {@code #} begins a comment line, quotes around a value are taken off. */
    private Map<String, String> read(Path dotEnv) {
        var found = new HashMap<String, String>();
        if (!Files.isRegularFile(dotEnv)) {
            return found;
        }
        try {
            for (var line : Files.readString(dotEnv)
                    .replace(BYTE_ORDER_MARK, "")
                    .lines()
                    .toList()) {
                var equals = line.indexOf('=');
                if (equals > 0 && !line.stripLeading().startsWith("#")) {
                    var name = line.substring(0, equals).strip().replaceFirst("^export\\s+", "");
                    found.put(name, unquoted(line.substring(equals + 1).strip()));
                }
            }
        } catch (IOException e) {
            problems.add(
                    dotEnv + " cannot be read as text in UTF-8: " + e.getClass().getSimpleName());
        }
        return found;
    }

    private static String unquoted(String value) {
        return isWrapped(value, "\"") || isWrapped(value, "'") ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isWrapped(String value, String quote) {
        return value.length() > 1 && value.startsWith(quote) && value.endsWith(quote);
    }

    private Environment(Map<Setting, String> values) {
        this.values.putAll(values);
    }

    /** The same without the settings that these problems name first. */
    public Environment without(List<String> named) {
        var rest = new EnumMap<>(values);
        named.forEach(problem -> rest.keySet().removeIf(setting -> problem.startsWith(setting.name() + " ")));
        return new Environment(rest);
    }

    boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** The value as something else; a malformed one is noted with what was expected and counts as not set. */
    <T> Optional<T> as(Setting setting, String expected, Function<String, T> reading) {
        return text(setting).flatMap(value -> {
            try {
                return Optional.of(reading.apply(value));
            } catch (IllegalArgumentException | DateTimeException _) {
                problem(setting, "is not " + expected);
                return Optional.empty();
            }
        });
    }

    /** What goes into a header may hold nothing that a header cannot. */
    Optional<Secret> key(Setting setting) {
        return as(
                setting,
                "a key of ASCII characters without spaces",
                value -> new Secret(Values.require(value, value.matches("[!-~]+"))));
    }

    /** Without slashes at its end. */
    Optional<URI> address(Setting setting) {
        return as(setting, "an address http://… or https://…", Values::address);
    }

    void problem(Setting setting, String what) {
        problems.add(setting.name() + " " + what);
    }

    void orThrow() throws BadSettings {
        if (!problems.isEmpty()) {
            throw new BadSettings(problems);
        }
    }
}
