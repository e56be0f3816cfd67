package app.aisha.adapters.fal;

import app.aisha.core.avatar.TrainingProblem;
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
 * @param archive whether it is about the archive of photos
 */
record FalError(int status, List<String> types, boolean marked, boolean archive, String said) {

    private static final int LONGEST = 500;
    private static final int LONGEST_COMPLAINT = 160;
    private static final int MOST_COMPLAINTS = 5;

    private static final Set<String> UNFIT =
            Set.of("content_policy_violation", "no_media_generated", "face_detection_error");
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
                complaints.stream().anyMatch(FalError::isAboutArchive),
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
                archive,
                said.isEmpty() ? error.orElse("") : said);
    }

    TrainingProblem problem() {
        return types.stream().flatMap(type -> ofType(type).stream()).findFirst().orElseGet(this::ofStatus);
    }

    /** At most 500 characters, without anything that was sent. */
    String detail() {
        var kinds = types.isEmpty()
                ? ""
                : " " + types.stream().distinct().limit(MOST_COMPLAINTS).toList();
        return cut(plain("HTTP %d%s %s".formatted(status, kinds, said)), LONGEST);
    }

    private Optional<TrainingProblem> ofType(String type) {
        if (UNFIT.contains(type)) {
            return Optional.of(TrainingProblem.CONTENT);
        }
        if (UNUSABLE.contains(type) || (archive && isAboutContent(type))) {
            return Optional.of(TrainingProblem.PHOTOS_UNUSABLE);
        }
        if (SLOW.contains(type)) {
            return Optional.of(TrainingProblem.TIMEOUT);
        }
        if (BROKEN.contains(type) || type.startsWith("runner_")) {
            return Optional.of(TrainingProblem.BROKE_DOWN);
        }
        return STOPPED.contains(type) ? Optional.of(TrainingProblem.STOPPED) : Optional.empty();
    }

    private static boolean isAboutContent(String type) {
        return type.startsWith("sequence_too_") || (type.startsWith("value_error") && !ABSENT.contains(type));
    }

    /** A 422 without a kind comes from FAL's own reader of files. */
    private TrainingProblem ofStatus() {
        return switch (status) {
            case 499 -> TrainingProblem.STOPPED;
            case 408, 504 -> TrainingProblem.TIMEOUT;
            case 422 -> types.isEmpty() ? TrainingProblem.PHOTOS_UNUSABLE : TrainingProblem.REJECTED;
            default -> status >= 500 ? TrainingProblem.BROKE_DOWN : TrainingProblem.REJECTED;
        };
    }

    private static List<JsonNode> all(JsonNode detail) {
        return StreamSupport.stream(detail.spliterator(), false)
                .limit(MOST_COMPLAINTS)
                .toList();
    }

    private static String sentence(JsonNode complaint) {
        return cut((where(complaint) + " " + complaint.path("msg").asString("")).strip(), LONGEST_COMPLAINT);
    }

    private static boolean isAboutArchive(JsonNode complaint) {
        return where(complaint).endsWith("_data_url");
    }

    private static String where(JsonNode complaint) {
        var way = complaint.path("loc");
        return way.isArray() && !way.isEmpty() ? way.path(way.size() - 1).asString("") : "";
    }

    private static String plain(String text) {
        return Addresses.hidden(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
