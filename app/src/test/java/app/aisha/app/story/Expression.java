package app.aisha.app.story;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression in the language of Prometheus, read as far as metrics and labels go. */
record Expression(String text) {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern METRIC = Pattern.compile("(?<![\\w$])([a-z_]\\w*_\\w+|up)(?:\\{([^}]*)})?");
    private static final Pattern GROUPED = Pattern.compile("\\b(?:by|without) ?\\(([^)]*)\\)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_]\\w*");

    /** What Prometheus adds to everything it gets. */
    private static final Set<String> ADDED = Set.of("instance", "job");

    private static final Set<String> FUNCTIONS = Set.of("label_values", "histogram_quantile", "max_over_time");

    /** Everything in it that the scrape does not have. */
    List<String> unknownTo(Scrape scrape) {
        var bare = STRING.matcher(text).replaceAll("\"\"");
        var grouping =
                GROUPED.matcher(bare).results().map(found -> found.group(1)).toList();
        var selectors = METRIC.matcher(GROUPED.matcher(bare).replaceAll(" ").replaceAll(",\\s*\\w+\\)", ")"))
                .results()
                .filter(found -> !FUNCTIONS.contains(found.group(1)))
                .toList();
        var known = new HashSet<>(ADDED);
        selectors.forEach(found -> known.addAll(scrape.labels().getOrDefault(found.group(1), Set.of())));
        var missing = selectors.stream()
                .map(found -> found.group(1))
                .filter(metric -> !metric.equals("up") && !scrape.has(metric));
        var foreign = selectors.stream()
                .filter(found -> found.group(2) != null)
                .flatMap(found -> words(found.group(2))
                        .filter(label -> !ADDED.contains(label)
                                && !scrape.labels()
                                        .getOrDefault(found.group(1), Set.of())
                                        .contains(label))
                        .map(label -> found.group(1) + "{" + label + "}"));
        var groups = grouping.stream().flatMap(Expression::words).filter(label -> !known.contains(label));
        if (selectors.isEmpty()) {
            return List.of("no metric at all in " + text);
        }
        return Stream.of(missing, foreign, groups)
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    private static Stream<String> words(String names) {
        return WORD.matcher(names).results().map(found -> found.group());
    }
}
