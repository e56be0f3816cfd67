package app.aisha.adapters.fal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What FAL says about a request that ended badly. Its kinds decide what it means, never its sentences; what it was sent,
 * which it repeats as {@code input} and {@code ctx}, is not read at all.
 *
 * @param types the kinds, the first of them the weightiest; may be empty
 * @param marked whether the error is surely that of the request and not of the way to it: a model complains, or the status
 *     told of it; a kind alone proves nothing where the server itself may have failed
 * @param fields the fields of the input that it is about, also those they are part of; may be empty
 */
record FalError(int status, List<String> types, boolean marked, Set<String> fields, String said) {

    /** What an error means, whatever was asked for. */
    enum Kind {
        /** FAL does not do this, or found its own result unfit. */
        UNFIT,
        /** There is no face in a photo. */
        NO_FACE,
        /** A file that the input names cannot be fetched, read or used. */
        FILE,
        /** A value of the input is wrong. */
        PARAMETER,
        /** It took too long. */
        SLOW,
        /** FAL broke down. */
        BROKEN,
        /** It was stopped. */
        STOPPED,
        /** There is no such endpoint. */
        NO_SERVICE
    }

    private static final int LONGEST = 500;
    private static final int LONGEST_COMPLAINT = 160;
    private static final int MOST_COMPLAINTS = 5;

    private static final Set<String> UNFIT = Set.of("content_policy_violation", "no_media_generated");
    private static final Set<String> UNUSABLE = Set.of(
            "image_too_small",
            "image_too_large",
            "image_load_error",
            "file_download_error",
            "file_too_large",
            "unsupported_image_format");
    private static final Set<String> SLOW = Set.of("request_timeout", "startup_timeout", "generation_timeout");
    private static final Set<String> BROKEN = Set.of(
            "internal_error", "internal_server_error", "downstream_service_error", "downstream_service_unavailable");
    private static final Set<String> STOPPED = Set.of("client_cancelled", "client_disconnected");
    private static final Set<Integer> OF_THE_WAY = Set.of(401, 402, 403, 407, 408, 429);
    private static final Set<String> ABSENT = Set.of("missing", "value_error.missing");

    static FalError read(FalAnswer answer) {
        var body = answer.json();
        var detail = body.map(json -> json.path("detail"));
        var complaints = detail.filter(JsonNode::isArray).map(FalError::all).orElse(List.of());
        var types = new ArrayList<String>();
        answer.header("x-fal-error-type").ifPresent(types::add);
        body.map(json -> json.path("error_type").asString("")).ifPresent(types::add);
        complaints.forEach(complaint -> types.add(complaint.path("type").asString("")));
        types.removeIf(String::isBlank);
        var flagged = Stream.of("x-fal-retryable", "x-fal-needs-retry")
                .anyMatch(name -> answer.header(name).isPresent());
        var said = complaints.isEmpty()
                ? detail.map(text -> text.asString("")).orElse("")
                : complaints.stream().map(FalError::sentence).collect(Collectors.joining("; "));
        var own = flagged
                || complaints.stream()
                        .anyMatch(complaint ->
                                !complaint.path("type").asString("").isBlank())
                || (!types.isEmpty() && answer.status() < 500);
        return new FalError(
                answer.status(),
                List.copyOf(types),
                own && !OF_THE_WAY.contains(answer.status()),
                complaints.stream().flatMap(FalError::way).collect(Collectors.toUnmodifiableSet()),
                said);
    }

    /** The same with what the status told. */
    FalError after(Optional<String> type, Optional<String> error) {
        var all = new ArrayList<>(types);
        type.ifPresent(all::add);
        return new FalError(
                status,
                List.copyOf(all),
                marked || type.isPresent() || error.isPresent(),
                fields,
                said.isEmpty() ? error.orElse("") : said);
    }

    Kind kind() {
        return types.stream().flatMap(type -> ofType(type).stream()).findFirst().orElseGet(this::ofStatus);
    }

    /** At most 500 characters, without anything that was sent. */
    String detail() {
        var kinds = types.isEmpty()
                ? ""
                : " " + types.stream().distinct().limit(MOST_COMPLAINTS).toList();
        return cut(plain("HTTP %d%s %s".formatted(status, kinds, said)), LONGEST);
    }

    private Optional<Kind> ofType(String type) {
        if (UNFIT.contains(type)) {
            return Optional.of(Kind.UNFIT);
        }
        if (type.equals("face_detection_error")) {
            return Optional.of(Kind.NO_FACE);
        }
        if (UNUSABLE.contains(type) || (isAboutFile() && isAboutContent(type))) {
            return Optional.of(Kind.FILE);
        }
        if (SLOW.contains(type)) {
            return Optional.of(Kind.SLOW);
        }
        if (BROKEN.contains(type) || type.startsWith("runner_")) {
            return Optional.of(Kind.BROKEN);
        }
        return STOPPED.contains(type) ? Optional.of(Kind.STOPPED) : Optional.empty();
    }

    private boolean isAboutFile() {
        return fields.stream().anyMatch(field -> field.endsWith("_data_url") || field.startsWith("image_url"));
    }

    private static boolean isAboutContent(String type) {
        return type.startsWith("sequence_too_") || (type.startsWith("value_error") && !ABSENT.contains(type));
    }

    /** A 422 without a kind comes from FAL's own reader of files. */
    private Kind ofStatus() {
        return switch (status) {
            case 499 -> Kind.STOPPED;
            case 408, 504 -> Kind.SLOW;
            case 422 -> types.isEmpty() ? Kind.FILE : Kind.PARAMETER;
            default -> status >= 500 ? Kind.BROKEN : Kind.PARAMETER;
        };
    }

    private static List<JsonNode> all(JsonNode detail) {
        return StreamSupport.stream(detail.spliterator(), false)
                .limit(MOST_COMPLAINTS)
                .toList();
    }

    private static String sentence(JsonNode complaint) {
        var field = way(complaint).reduce("", (_, last) -> last);
        return cut((field + " " + complaint.path("msg").asString("")).strip(), LONGEST_COMPLAINT);
    }

    /** From the whole to its part, without places in lists. */
    private static Stream<String> way(JsonNode complaint) {
        var steps = complaint.path("loc");
        return steps.isArray()
                ? StreamSupport.stream(steps.spliterator(), false)
                        .filter(JsonNode::isString)
                        .map(step -> step.asString(""))
                : Stream.empty();
    }

    private static String plain(String text) {
        return Addresses.hidden(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
