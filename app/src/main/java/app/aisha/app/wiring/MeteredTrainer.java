package app.aisha.app.wiring;

import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Counts and times what is asked of a trainer, by operation, endpoint and outcome. */
final class MeteredTrainer implements AvatarTrainer {

    private static final String ANY = "any";

    private final AvatarTrainer trainer;
    private final FalMeter meter;

    MeteredTrainer(AvatarTrainer trainer, FalMeter meter) {
        this.trainer = trainer;
        this.meter = meter;
    }

    private static String reported(TrainingReport report) {
        return report instanceof TrainingReport.Failed failed
                ? "failed_" + failed.problem().name().toLowerCase(Locale.ROOT)
                : FalMeter.kind(report);
    }

    @Override
    public URI upload(Path archive, String fileName) throws ProviderUnavailable, InterruptedException {
        return meter.timed("upload", ANY, () -> trainer.upload(archive, fileName), _ -> "stored");
    }

    @Override
    public String input(TrainingOrder order) {
        return trainer.input(order);
    }

    @Override
    public Submission submit(TrainingOrder order) throws ProviderUnavailable, InterruptedException {
        return meter.timed("submit", order.recipe().backend().trainer(), () -> trainer.submit(order), FalMeter::kind);
    }

    @Override
    public TrainingReport report(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
        var report = meter.timed("report", ANY, () -> trainer.report(ticket), MeteredTrainer::reported);
        if (report instanceof TrainingReport.Done done) {
            meter.finished(done.seconds(), done.billed());
        }
        return report;
    }

    @Override
    public TrainingTicket ticket(TrainerBackend backend, String requestId) {
        return trainer.ticket(backend, requestId);
    }

    @Override
    public void cancel(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
        meter.timed("cancel", ANY, FalMeter.done(() -> trainer.cancel(ticket)), _ -> "asked");
    }

    @Override
    public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
            throws ProviderUnavailable, InterruptedException {
        return meter.timed(
                "find",
                order.recipe().backend().trainer(),
                () -> trainer.find(order, since),
                found -> found.isPresent() ? "found" : "nothing");
    }

    @Override
    public Fetched fetch(URI file, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        return meter.timed("fetch", ANY, () -> trainer.fetch(file, target, limit), FalMeter::kind);
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        return meter.timed("forget", ANY, () -> trainer.forget(requestId), FalMeter::removed);
    }
}
