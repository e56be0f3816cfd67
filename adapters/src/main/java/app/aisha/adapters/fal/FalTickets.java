package app.aisha.adapters.fal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Knows where requests are asked after. Endpoints read {@code owner/alias[/more]}, or {@code workflows/owner/alias} and
 * {@code comfy/owner/alias}; what is asked later leaves {@code /more} out.
 */
final class FalTickets {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern ENDPOINT = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+");
    private static final Set<String> NAMESPACES = Set.of("workflows", "comfy");

    private final URI queue;

    FalTickets(URI queue) {
        this.queue = queue;
    }

    /** Where a request goes. */
    URI submission(String endpoint) {
        if (!ENDPOINT.matcher(endpoint).matches()
                || List.of(endpoint.split("/", -1)).contains("..")) {
            throw new IllegalArgumentException("\"%s\" is no endpoint of FAL".formatted(endpoint));
        }
        return URI.create(queue + "/" + endpoint);
    }

    /** The ticket of a request, all addresses in the form without {@code /more}. */
    FalTicket of(String endpoint, String requestId) {
        if (!ID.matcher(requestId).matches()) {
            throw new IllegalArgumentException("This is no id of a request at FAL");
        }
        var request = submission(app(endpoint)) + "/requests/" + requestId;
        return new FalTicket(
                requestId, URI.create(request + "/status"), URI.create(request), URI.create(request + "/cancel"));
    }

    /** The ticket in the answer to a submission, with the addresses FAL named where they are on its queue. */
    Optional<FalTicket> read(String endpoint, JsonNode answer) {
        return Optional.of(answer.path("request_id").asString(""))
                .filter(id -> ID.matcher(id).matches())
                .map(id -> of(endpoint, id))
                .map(built -> new FalTicket(
                        built.requestId(),
                        named(answer, "status_url", built).orElse(built.status()),
                        named(answer, "response_url", built).orElse(built.result()),
                        named(answer, "cancel_url", built).orElse(built.cancel())));
    }

    /** The same address at the queue as it is configured now: the key goes nowhere else. */
    URI atQueue(URI address) {
        if (FalSettings.sameOrigin(queue, address)) {
            return address;
        }
        var origin = URI.create("%s://%s".formatted(queue.getScheme(), queue.getRawAuthority()));
        return origin.resolve(address.getRawPath());
    }

    /** The part of an address that names the endpoint. */
    String endpoint(FalTicket ticket) {
        var path = ticket.result().getPath();
        var end = path.indexOf("/requests/");
        var begin = path.startsWith(queue.getPath() + "/") ? queue.getPath().length() + 1 : 1;
        return end < begin ? path : path.substring(begin, end);
    }

    private Optional<URI> named(JsonNode answer, String field, FalTicket built) {
        return Addresses.parse(answer.path(field).asString(""))
                .filter(address -> FalSettings.sameOrigin(queue, address))
                .filter(address -> address.getPath().contains("/requests/" + built.requestId()));
    }

    private static String app(String endpoint) {
        var segments = List.of(endpoint.split("/", -1));
        var length = NAMESPACES.contains(segments.getFirst()) ? 3 : 2;
        return String.join("/", segments.subList(0, Math.min(length, segments.size())));
    }
}
