package app.aisha.adapters.postgres;

import app.aisha.adapters.postgres.generated.enums.Falfinetunetype;
import app.aisha.adapters.postgres.generated.enums.Falpriority;
import app.aisha.adapters.postgres.generated.tables.records.AvatarsRecord;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarModel;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainingPlan;
import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.avatar.TrainingProgress;
import app.aisha.core.avatar.TrainingRecipe;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.ResultFile;
import app.aisha.core.avatar.TrainingReport.Steps;
import app.aisha.core.avatar.TrainingRequest;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Prices.Quality;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is agreed, asked and answered about a training, as columns of an avatar and back. */
final class TrainingRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNKNOWN_RANK = 0;

    private TrainingRows() {}

    /** Clears what belongs to a training before; its last error stays readable. */
    static void forget(AvatarsRecord row) {
        row.setArchiveUrl(null);
        row.setAskedAt(null);
        row.setAcceptedAt(null);
        row.setTrainedAt(null);
        row.setFalRequestId(null);
        row.setStatusUrl(null);
        row.setResultUrl(null);
        row.setCancelUrl(null);
        row.setQueuePosition(null);
        row.setStepsDone(null);
        row.setStepsTotal(null);
        row.setTrainingProgress(0);
        row.setTrainingLogs(null);
        row.setHoldId(null);
        row.setHeld(null);
        row.setCharged(null);
        row.setReturned(null);
    }

    static void set(AvatarsRecord row, TrainingPlan plan) {
        var recipe = plan.recipe();
        row.setPreset(AvatarRows.preset(plan.preset()));
        row.setAttempt(plan.attempt());
        row.setTrainingStartedAt(Times.at(plan.since()));
        row.setTriggerPhrase(plan.trigger());
        row.setTriggerWord(plan.trigger());
        row.setSteps(recipe.steps());
        row.setFalIterations(recipe.steps());
        row.setFalPriority(priority(plan.preset()));
        row.setLearningRate(recipe.learningRate() == 0 ? null : recipe.learningRate());
        row.setMultiresolutionTraining(recipe.multiresolution());
        row.setSubjectCrop(recipe.subjectCrop());
        row.setCreateMasks(recipe.createMasks());
        row.setCaptioning(recipe.backend().dialect() == TrainerBackend.Dialect.FAST && !recipe.style());
        row.setFinetuneType(Falfinetunetype.lora);
        row.setFinetuneComment("%s, attempt %d".formatted(recipe.backend().trainer(), plan.attempt()));
        row.setAvatarData(descriptor(recipe));
        row.setHoldId(plan.terms().map(terms -> terms.hold().value()).orElse(null));
        row.setHeld(plan.terms().map(terms -> terms.held().amount()).orElse(null));
    }

    static TrainingPlan plan(AvatarsRecord row) {
        var terms = Optional.ofNullable(row.getHoldId())
                .map(hold -> new Terms(new HoldId(hold), AvatarRows.credits(row.getHeld())));
        return new TrainingPlan(
                AvatarRows.quality(row.getPreset()),
                recipe(row),
                row.getTriggerPhrase(),
                row.getAttempt(),
                terms,
                row.getTrainingStartedAt().toInstant());
    }

    static void set(AvatarsRecord row, Avatar.Training training) {
        row.setArchiveUrl(training.archive().toString());
        set(row, training.progress());
        switch (training.request()) {
            case TrainingRequest.Asked(var input, var webhook, var at) -> {
                row.setTrainingConfig(JSONB.valueOf(input));
                row.setWebhookUrl(webhook.map(URI::toString).orElse(null));
                row.setAskedAt(Times.at(at));
            }
            case TrainingRequest.Accepted(var ticket, var at) -> {
                set(row, ticket);
                row.setAcceptedAt(Times.at(at));
            }
        }
    }

    static TrainingRequest request(AvatarsRecord row) {
        return ticket(row)
                .<TrainingRequest>map(ticket ->
                        new TrainingRequest.Accepted(ticket, row.getAcceptedAt().toInstant()))
                .orElseGet(() -> new TrainingRequest.Asked(
                        row.getTrainingConfig().data(),
                        Optional.ofNullable(row.getWebhookUrl()).map(URI::create),
                        row.getAskedAt().toInstant()));
    }

    private static void set(AvatarsRecord row, TrainingTicket ticket) {
        row.setFalRequestId(ticket.requestId());
        row.setStatusUrl(ticket.status().toString());
        row.setResultUrl(ticket.result().toString());
        row.setCancelUrl(ticket.cancel().toString());
    }

    static Optional<TrainingTicket> ticket(AvatarsRecord row) {
        return Optional.ofNullable(row.getFalRequestId())
                .map(request -> new TrainingTicket(
                        request,
                        URI.create(row.getStatusUrl()),
                        URI.create(row.getResultUrl()),
                        URI.create(row.getCancelUrl())));
    }

    private static void set(AvatarsRecord row, TrainingProgress progress) {
        row.setTrainingProgress(progress.percent());
        row.setQueuePosition(progress.ahead().isPresent() ? progress.ahead().getAsLong() : null);
        row.setStepsDone(progress.steps().map(Steps::done).orElse(null));
        row.setStepsTotal(progress.steps().map(Steps::total).orElse(null));
        row.setTrainingLogs(progress.log().isEmpty() ? null : lines(progress.log()));
        row.setLastStatusCheck(progress.checked().map(Times::at).orElse(null));
    }

    static TrainingProgress progress(AvatarsRecord row) {
        return new TrainingProgress(
                optional(row.getQueuePosition()),
                Optional.ofNullable(row.getStepsTotal()).map(total -> new Steps(row.getStepsDone(), total)),
                log(row.getTrainingLogs()),
                Times.in(row.getLastStatusCheck()));
    }

    static void set(AvatarsRecord row, Avatar.Storing storing) {
        var result = storing.result();
        if (storing.plan().terms().isEmpty()) {
            row.setHoldId(null);
            row.setHeld(null);
        }
        set(row, storing.ticket());
        row.setAcceptedAt(Times.at(storing.since()));
        row.setTrainedAt(Times.at(storing.since()));
        row.setDiffusersLoraFileUrl(result.lora().address().toString());
        row.setLoraBytes(
                result.lora().bytes().isPresent() ? result.lora().bytes().getAsLong() : null);
        row.setConfigFileUrl(result.config().address().toString());
        row.setConfigBytes(
                result.config().bytes().isPresent() ? result.config().bytes().getAsLong() : null);
        row.setFalResponseData(JSONB.valueOf(result.answer()));
        row.setTrainingLogs(result.log().isEmpty() ? null : lines(result.log()));
        row.setMachineSeconds(result.seconds().isPresent() ? result.seconds().getAsDouble() : null);
        row.setBilledUnits(result.billed().orElse(null));
        row.setLastStatusCheck(Times.at(storing.since()));
    }

    static TrainingReport.Done result(AvatarsRecord row) {
        return new TrainingReport.Done(
                new ResultFile(URI.create(row.getDiffusersLoraFileUrl()), optional(row.getLoraBytes())),
                new ResultFile(URI.create(row.getConfigFileUrl()), optional(row.getConfigBytes())),
                row.getFalResponseData().data(),
                log(row.getTrainingLogs()),
                row.getMachineSeconds() == null ? OptionalDouble.empty() : OptionalDouble.of(row.getMachineSeconds()),
                Optional.ofNullable(row.getBilledUnits()));
    }

    static void set(AvatarsRecord row, Avatar.Ready ready) {
        var model = ready.model();
        row.setLoraKey(model.lora().value());
        row.setConfigKey(model.config().value());
        row.setFinetuneId(model.digest());
        row.setLoraBytes(model.bytes());
        row.setLoraRank(model.rank().orElse(UNKNOWN_RANK));
        row.setTrainingProgress(100);
        row.setTrainingCompletedAt(Times.at(ready.at()));
        row.setCharged(ready.plan().terms().map(terms -> terms.held().amount()).orElse(0L));
    }

    static AvatarModel model(AvatarsRecord row) {
        return new AvatarModel(
                new MediaKey(row.getLoraKey()),
                new MediaKey(row.getConfigKey()),
                row.getFinetuneId(),
                row.getLoraBytes(),
                row.getLoraRank() == UNKNOWN_RANK ? OptionalInt.empty() : OptionalInt.of(row.getLoraRank()),
                URI.create(row.getDiffusersLoraFileUrl()),
                URI.create(row.getConfigFileUrl()));
    }

    private static Falpriority priority(Quality preset) {
        return switch (preset) {
            case FAST -> Falpriority.speed;
            case BALANCED -> Falpriority.quality;
            case QUALITY -> Falpriority.high_res_only;
        };
    }

    private static JSONB descriptor(TrainingRecipe recipe) {
        var backend = recipe.backend();
        return JSONB.valueOf(JSON.writeValueAsString(JSON.createObjectNode()
                .put("trainer", backend.trainer())
                .put("generator", backend.generator())
                .put("dialect", backend.dialect().name())
                .put("style", recipe.style())));
    }

    private static TrainingRecipe recipe(AvatarsRecord row) {
        var descriptor = JSON.readTree(row.getAvatarData().data());
        var backend = new TrainerBackend(
                descriptor.path("trainer").asString(),
                descriptor.path("generator").asString(),
                TrainerBackend.Dialect.valueOf(descriptor.path("dialect").asString()));
        return new TrainingRecipe(
                backend,
                row.getSteps(),
                row.getLearningRate() == null ? 0 : row.getLearningRate(),
                row.getMultiresolutionTraining(),
                row.getSubjectCrop(),
                row.getCreateMasks(),
                descriptor.path("style").asBoolean());
    }

    private static String lines(List<LogLine> log) {
        return log.stream()
                .map(line -> flat(line.time()) + "\t" + flat(line.message()))
                .collect(Collectors.joining("\n"));
    }

    private static List<LogLine> log(@Nullable String lines) {
        return lines == null
                ? List.of()
                : lines.lines()
                        .map(line -> line.split("\t", 2))
                        .map(parts -> new LogLine(parts[0], parts.length > 1 ? parts[1] : ""))
                        .toList();
    }

    private static String flat(String words) {
        return words.replaceAll("[\\x00-\\x1f]+", " ");
    }

    private static OptionalLong optional(@Nullable Long column) {
        return column == null ? OptionalLong.empty() : OptionalLong.of(column);
    }
}
