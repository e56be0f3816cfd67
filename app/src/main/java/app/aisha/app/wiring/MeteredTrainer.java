package app.aisha.app.wiring;

import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Counts and times what is asked of a trainer, by operation, endpoint and outcome. */
final class MeteredTrainer implements AvatarTrainer {

    private static final String ANY = "any";

    private final AvatarTrainer trainer;
    private final MeterRegistry meters;

    MeteredTrainer(AvatarTrainer trainer, MeterRegistry meters) {
        this.trainer = trainer;
        this.meters = meters;
    }

    /** One call. */
    @FunctionalInterface
    private interface Call<T> {

        T make() throws TrainerUnavailable, InterruptedException;
    }

    private <T> T timed(String operation, String endpoint, Call<T> call, Function<T, String> outcome)
            throws TrainerUnavailable, InterruptedException {
        var sample = Timer.start(meters);
        var result = "unavailable";
        try {
            var answer = call.make();
            result = outcome.apply(answer);
            return answer;
        } finally {
            sample.stop(Timer.builder("aisha.fal.calls")
                    .description("What is asked of FAL")
                    .tag("operation", operation)
                    .tag("endpoint", endpoint)
                    .tag("outcome", result)
                    .register(meters));
        }
    }

    private static String kind(Object answer) {
        return answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String reported(TrainingReport report) {
        return report instanceof TrainingReport.Failed failed
                ? "failed_" + failed.problem().name().toLowerCase(Locale.ROOT)
                : kind(report);
    }

    @Override
    public URI upload(Path archive, String fileName) throws TrainerUnavailable, InterruptedException {
        return timed("upload", ANY, () -> trainer.upload(archive, fileName), _ -> "stored");
    }

    @Override
    public String input(TrainingOrder order) {
        return trainer.input(order);
    }

    @Override
    public Submission submit(TrainingOrder order) throws TrainerUnavailable, InterruptedException {
        return timed("submit", order.recipe().backend().trainer(), () -> trainer.submit(order), MeteredTrainer::kind);
    }

    @Override
    public TrainingReport report(TrainingTicket ticket) throws TrainerUnavailable, InterruptedException {
        var report = timed("report", ANY, () -> trainer.report(ticket), MeteredTrainer::reported);
        if (report instanceof TrainingReport.Done done) {
            done.seconds()
                    .ifPresent(seconds ->
                            meters.summary("aisha.fal.machine.seconds").record(seconds));
            done.billed()
                    .flatMap(MeteredTrainer::number)
                    .ifPresent(units -> meters.counter("aisha.fal.units").increment(units));
        }
        return report;
    }

    private static Optional<Double> number(String units) {
        try {
            return Optional.of(Double.valueOf(units)).filter(value -> value >= 0 && value < Double.MAX_VALUE);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    @Override
    public TrainingTicket ticket(TrainerBackend backend, String requestId) {
        return trainer.ticket(backend, requestId);
    }

    @Override
    public void cancel(TrainingTicket ticket) throws TrainerUnavailable, InterruptedException {
        timed("cancel", ANY, () -> done(() -> trainer.cancel(ticket)), _ -> "asked");
    }

    @Override
    public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
            throws TrainerUnavailable, InterruptedException {
        return timed(
                "find",
                order.recipe().backend().trainer(),
                () -> trainer.find(order, since),
                found -> found.isPresent() ? "found" : "nothing");
    }

    @Override
    public Fetched fetch(URI file, Path target, long limit) throws TrainerUnavailable, InterruptedException {
        return timed("fetch", ANY, () -> trainer.fetch(file, target, limit), MeteredTrainer::kind);
    }

    @Override
    public void forget(String requestId) throws TrainerUnavailable, InterruptedException {
        timed("forget", ANY, () -> done(() -> trainer.forget(requestId)), _ -> "asked");
    }

    /** A call without an answer. */
    @FunctionalInterface
    private interface Order {

        void give() throws TrainerUnavailable, InterruptedException;
    }

    private static Boolean done(Order order) throws TrainerUnavailable, InterruptedException {
        order.give();
        return true;
    }
}
