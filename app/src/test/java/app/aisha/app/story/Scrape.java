package app.aisha.app.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What Prometheus gets.
 *
 * @param labels of each metric, by its name
 */
record Scrape(Map<String, Set<String>> labels) {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"(?:[^\"\\\\]|\\\\.)*\"");

    static Scrape of(URI address) {
        var labels = new TreeMap<String, Set<String>>();
        body(address).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new AssertionError("Not a sample: " + line);
            }
            var names = labels.computeIfAbsent(sample.group(1), _ -> new TreeSet<>());
            LABEL.matcher(Optional.ofNullable(sample.group(2)).orElse(""))
                    .results()
                    .forEach(label -> names.add(label.group(1)));
        });
        return new Scrape(labels);
    }

    private static String body(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address.toString(), e);
        }
    }

    boolean has(String metric) {
        return labels.containsKey(metric);
    }
}
