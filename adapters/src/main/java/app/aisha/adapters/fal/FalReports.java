package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.ResultFile;
import app.aisha.core.avatar.TrainingTicket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks how trainings are coming along. The status only tells when a training is over; how it ended is told by its result
 * (fal.md 1.3). Thread-safe.
 */
final class FalReports {

    private static final Logger LOG = LoggerFactory.getLogger(FalReports.class);

    private final FalHttp http;
    private final FalTickets tickets;

    FalReports(FalHttp http, FalTickets tickets) {
        this.http = http;
        this.tickets = tickets;
    }

    TrainingReport of(TrainingTicket ticket) throws TrainerUnavailable, InterruptedException {
        var address = Addresses.with(tickets.atQueue(ticket.status()), "logs=1");
        var answer = http.repeat(http.withKey(address).GET().build());
        if (isUnknown(answer)) {
            return new TrainingReport.Unknown();
        }
        if (!answer.ok()) {
            throw http.refusals().of(answer);
        }
        var status = answer.json().orElseThrow(() -> http.refusals().unreadable("a status"));
        var log = TrainerLog.read(status.path("logs"));
        var name = status.path("status").asString("");
        return switch (name) {
            case "IN_QUEUE" -> new TrainingReport.InLine(number(status.path("queue_position")));
            case "IN_PROGRESS" -> running(log);
            case "COMPLETED" -> ended(ticket, status, log);
            default -> {
                LOG.warn("FAL calls the state of request {} \"{}\"", ticket.requestId(), safe(name));
                yield running(log);
            }
        };
    }

    private TrainingReport ended(TrainingTicket ticket, JsonNode status, List<LogLine> log)
            throws TrainerUnavailable, InterruptedException {
        var request = http.withKey(tickets.atQueue(ticket.result())).GET().build();
        var type = text(status.path("error_type"));
        var sentence = text(status.path("error"));
        var limit = http.settings().timeouts().answer();
        var answer = http.repeat(
                request,
                limit,
                said -> FalError.read(said).after(type, sentence).marked());
        if (answer.ok()) {
            return done(answer, status, log);
        }
        var error = FalError.read(answer).after(type, sentence);
        if (error.marked() || answer.status() == 422 || answer.status() == 499) {
            return new TrainingReport.Failed(error.problem(), error.detail(), log);
        }
        return switch (answer.status()) {
            case 400 ->
                error.said().toLowerCase(Locale.ROOT).contains("in progress")
                        ? running(log)
                        : new TrainingReport.Failed(error.problem(), error.detail(), log);
            case 404 -> {
                if (isUnknown(answer)) {
                    yield new TrainingReport.Unknown();
                }
                throw http.refusals().of(answer);
            }
            default -> throw http.refusals().of(answer);
        };
    }

    private TrainingReport done(FalAnswer answer, JsonNode status, List<LogLine> log) throws TrainerUnavailable {
        var result = answer.json().orElseThrow(() -> http.refusals().unreadable("a result"));
        var lora = file(result, "diffusers_lora_file", "lora_file", "high_noise_lora");
        var config = file(result, "config_file");
        if (lora.isEmpty() || config.isEmpty()) {
            return new TrainingReport.Failed(
                    TrainingProblem.BAD_RESULT, "the result names no model or no configuration", log);
        }
        var seconds = status.path("metrics").path("inference_time");
        return new TrainingReport.Done(
                lora.get(),
                config.get(),
                answer.body(),
                log,
                seconds.isNumber() ? OptionalDouble.of(seconds.asDouble()) : OptionalDouble.empty(),
                answer.header("x-fal-billable-units"));
    }

    private static TrainingReport running(List<LogLine> log) {
        return new TrainingReport.Running(TrainerLog.steps(log), log);
    }

    /** Only FAL itself knows what it does not know; a page of a proxy says nothing. */
    private static boolean isUnknown(FalAnswer answer) {
        return answer.status() == 404 && !answer.isFromIngress();
    }

    /** Files are objects with an address in them; a bare address is taken too. */
    private static Optional<ResultFile> file(JsonNode result, String... names) {
        return Stream.of(names)
                .map(result::path)
                .flatMap(file -> Addresses.parse(file.path("url").asString(file.asString("")))
                        .map(address -> new ResultFile(address, number(file.path("file_size"))))
                        .stream())
                .findFirst();
    }

    private static OptionalLong number(JsonNode value) {
        return value.canConvertToLong() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value.asString("")).filter(text -> !text.isBlank());
    }

    private static String safe(String name) {
        return name.substring(0, Math.min(name.length(), 40)).replaceAll("[^\\w -]", "?");
    }
}
