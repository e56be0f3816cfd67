package app.aisha.adapters.fal;

import app.aisha.core.work.Removal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What FAL keeps of requests, and what it asks for them. Keys with the scope of the API alone may be refused here, so a
 * refusal means that nothing is shown, not that something is wrong (fal.md 1.7). Thread-safe.
 */
final class FalPlatform {

    private static final Logger LOG = LoggerFactory.getLogger(FalPlatform.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_PAGES = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final FalHttp http;
    private final FalTickets tickets;
    private final URI root;

    FalPlatform(FalHttp http, FalTickets tickets) {
        this.http = http;
        this.tickets = tickets;
        this.root = http.settings().roots().platform();
    }

    /**
     * The requests to this endpoint since then, the latest first; those of the first page that has any.
     *
     * @param isOurs tells them by their input, an object
     */
    List<FalTicket> find(String endpoint, Instant since, Predicate<JsonNode> isOurs)
            throws FalUnavailable, InterruptedException {
        var list = "%s/models/requests/by-endpoint?endpoint_id=%s&start=%s&expand=payloads&limit=50"
                .formatted(root, Addresses.encoded(endpoint), start(since));
        var cursor = Optional.of("");
        for (var page = 0; page < MOST_PAGES && cursor.isPresent(); page++) {
            var address = cursor.get().isEmpty() ? list : list + "&cursor=" + Addresses.encoded(cursor.get());
            var answer = http.repeat(http.withKey(URI.create(address)).GET().build());
            if (isClosed(answer)) {
                LOG.info("FAL shows no list of requests to this key ({})", answer.status());
                return List.of();
            }
            var json = read(answer, "a list of requests");
            var found = items(json)
                    .filter(item -> isOurs.test(input(item)))
                    .flatMap(item -> tickets.read(endpoint, item).stream())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
            cursor = next(json);
        }
        return List.of();
    }

    /** Removes the payloads of a request and the files of its result; what was sent with it is not removed (fal.md 1.7). */
    Removal forget(String requestId) throws FalUnavailable, InterruptedException {
        var address = URI.create("%s/models/requests/%s/payloads".formatted(root, Addresses.encoded(requestId)));
        var watch = http.watch();
        var answer = http.repeat(http.withKey(address).DELETE().build());
        if (!answer.ok() && !http.refusals().isFinal(answer)) {
            throw http.refusals().of(answer);
        }
        LOG.info("fal forget request={} ms={} status={}", requestId, watch.millis(), answer.status());
        return answer.ok() || answer.status() == 404 ? Removal.DONE : Removal.REFUSED;
    }

    List<FalPrice> prices(Collection<String> endpoints) throws FalUnavailable, InterruptedException {
        var query = endpoints.stream()
                .map(endpoint -> "endpoint_id=" + Addresses.encoded(endpoint))
                .collect(Collectors.joining("&"));
        var address = URI.create(root + "/models/pricing?" + query);
        var answer = http.repeat(http.withKey(address).GET().build());
        if (isClosed(answer)) {
            return List.of();
        }
        return StreamSupport.stream(
                        read(answer, "a list of prices").path("prices").spliterator(), false)
                .flatMap(item -> price(item).stream())
                .toList();
    }

    private JsonNode read(FalAnswer answer, String what) throws FalUnavailable {
        if (!answer.ok()) {
            throw http.refusals().of(answer);
        }
        return answer.json().orElseThrow(() -> http.refusals().unreadable(what));
    }

    private static boolean isClosed(FalAnswer answer) {
        return answer.status() == 401 || answer.status() == 403 || answer.status() == 404;
    }

    private static String start(Instant since) {
        return since.minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Stream<JsonNode> items(JsonNode json) {
        return StreamSupport.stream(json.path("items").spliterator(), false);
    }

    private static Optional<String> next(JsonNode json) {
        return json.path("has_more").asBoolean(true)
                ? Optional.of(json.path("next_cursor").asString("")).filter(cursor -> !cursor.isBlank())
                : Optional.empty();
    }

    /** It is shown as an object or as text that holds one. */
    private static JsonNode input(JsonNode item) {
        var shown = item.path("json_input");
        return shown.isString() ? parsed(shown.asString("")) : shown;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    private static Optional<FalPrice> price(JsonNode item) {
        var price = item.path("unit_price");
        var endpoint = item.path("endpoint_id").asString("");
        return price.isNumber() && !endpoint.isBlank()
                ? Optional.of(new FalPrice(
                        endpoint,
                        new BigDecimal(price.asString("0")),
                        item.path("unit").asString(""),
                        item.path("currency").asString("")))
                : Optional.empty();
    }
}
