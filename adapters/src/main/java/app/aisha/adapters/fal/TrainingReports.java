package app.aisha.adapters.fal;

import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.ResultFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the state of a request says about a training. */
final class TrainingReports {

    private TrainingReports() {}

    static TrainingReport of(FalState state) {
        return switch (state) {
            case FalState.InLine(var ahead) -> new TrainingReport.InLine(ahead);
            case FalState.Running(var status) -> running(log(status));
            case FalState.Done done -> done(done);
            case FalState.Failed(var status, var error) ->
                new TrainingReport.Failed(problem(error.kind()), error.detail(), log(status));
            case FalState.Unknown _ -> new TrainingReport.Unknown();
        };
    }

    static TrainingProblem problem(FalError.Kind kind) {
        return switch (kind) {
            case UNFIT, NO_FACE -> TrainingProblem.CONTENT;
            case FILE -> TrainingProblem.PHOTOS_UNUSABLE;
            case PARAMETER -> TrainingProblem.REJECTED;
            case SLOW -> TrainingProblem.TIMEOUT;
            case BROKEN -> TrainingProblem.BROKE_DOWN;
            case STOPPED -> TrainingProblem.STOPPED;
            case NO_SERVICE -> TrainingProblem.NO_SERVICE;
        };
    }

    private static TrainingReport running(List<LogLine> log) {
        return new TrainingReport.Running(TrainerLog.steps(log), log);
    }

    private static TrainingReport done(FalState.Done done) {
        var log = log(done.status());
        var lora = file(done.result(), "diffusers_lora_file", "lora_file", "high_noise_lora");
        var config = file(done.result(), "config_file");
        if (lora.isEmpty() || config.isEmpty()) {
            return new TrainingReport.Failed(
                    TrainingProblem.BAD_RESULT, "the result names no model or no configuration", log);
        }
        return new TrainingReport.Done(
                lora.get(), config.get(), done.answer().body(), log, done.seconds(), done.billed());
    }

    private static List<LogLine> log(JsonNode status) {
        return TrainerLog.read(status.path("logs"));
    }

    /** Files are objects with an address in them; a bare address is taken too. */
    private static Optional<ResultFile> file(JsonNode result, String... names) {
        return Stream.of(names)
                .map(result::path)
                .flatMap(file -> Addresses.parse(file.path("url").asString(file.asString("")))
                        .map(address -> new ResultFile(address, size(file.path("file_size"))))
                        .stream())
                .findFirst();
    }

    private static OptionalLong size(JsonNode value) {
        return value.canConvertToLong() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }
}
