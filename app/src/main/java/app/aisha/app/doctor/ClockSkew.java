package app.aisha.app.doctor;

import app.aisha.adapters.http.HttpClients;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Whether the clock here agrees with that of a server, by the header {@code Date} of any of its answers.
 *
 * @param server for people
 * @param proxy on the way out
 */
public record ClockSkew(String server, URI address, Optional<URI> proxy, InstantSource clock) implements Checkup {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The header has whole seconds, and the answer was on its way for a while. */
    private static final Duration NOTICEABLE = Duration.ofSeconds(5);

    /** Codes of signatures and deadlines of services bear some minutes; one is a sign that nobody keeps the clock. */
    private static final Duration HARMFUL = Duration.ofMinutes(1);

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try (var client = HttpClients.create(proxy, PATIENCE)) {
            var before = clock.instant();
            var answer = client.send(request, BodyHandlers.discarding());
            var after = clock.instant();
            return answer.headers()
                    .firstValue("date")
                    .flatMap(ClockSkew::read)
                    .map(there -> judged(server, there, before, after))
                    .map(List::of)
                    .orElseGet(() -> List.of(
                            Finding.fine("clock", "not compared with %s, which tells no time".formatted(server))));
        } catch (IOException e) {
            return List.of(Finding.doubtful(
                    "clock",
                    "not compared with %s (%s)".formatted(server, e.getClass().getSimpleName()),
                    "make %s reachable first".formatted(server)));
        }
    }

    private static Optional<Instant> read(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * What a time over there means.
     *
     * @param before the time here when it was asked for
     * @param after the time here when it was told
     */
    public static Finding judged(String server, Instant there, Instant before, Instant after) {
        var skew = there.isBefore(before) ? Duration.between(there, before) : Duration.between(after, there);
        if (skew.compareTo(NOTICEABLE) < 0) {
            return Finding.fine("clock", "agrees with %s".formatted(server));
        }
        var sentence = "%d s %s %s".formatted(skew.toSeconds(), there.isBefore(before) ? "ahead of" : "behind", server);
        var remedy = "let this machine's clock be kept by NTP (timedatectl set-ntp true)";
        return skew.compareTo(HARMFUL) < 0
                ? Finding.doubtful("clock", sentence, remedy)
                : Finding.wrong("clock", sentence, remedy);
    }
}
