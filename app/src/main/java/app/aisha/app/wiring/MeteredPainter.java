package app.aisha.app.wiring;

import app.aisha.core.picture.Painter;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Counts and times what is asked of a painter. */
final class MeteredPainter implements Painter {

    private static final String ANY = "any";

    private final Painter painter;
    private final FalMeter meter;

    MeteredPainter(Painter painter, FalMeter meter) {
        this.painter = painter;
        this.meter = meter;
    }

    @Override
    public URI upload(Path file, String fileName) throws ProviderUnavailable, InterruptedException {
        return meter.timed("upload", ANY, () -> painter.upload(file, fileName), _ -> "stored");
    }

    @Override
    public String input(PaintingOrder order) {
        return painter.input(order);
    }

    @Override
    public Submission submit(PaintingOrder order) throws ProviderUnavailable, InterruptedException {
        return meter.timed("submit", order.endpoint(), () -> painter.submit(order), FalMeter::kind);
    }

    @Override
    public PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        var report = meter.timed("report", ANY, () -> painter.report(ticket), MeteredPainter::reported);
        if (report instanceof PaintingReport.Done done) {
            meter.finished(done.seconds(), done.billed());
        }
        return report;
    }

    private static String reported(PaintingReport report) {
        return report instanceof PaintingReport.Failed failed
                ? "failed_" + failed.problem().name().toLowerCase(Locale.ROOT)
                : FalMeter.kind(report);
    }

    @Override
    public void cancel(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        meter.timed("cancel", ANY, FalMeter.done(() -> painter.cancel(ticket)), _ -> "asked");
    }

    @Override
    public List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws ProviderUnavailable, InterruptedException {
        return meter.timed(
                "find",
                endpoint,
                () -> painter.find(endpoint, input, since),
                found -> found.isEmpty() ? "nothing" : "found");
    }

    @Override
    public Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        return meter.timed("fetch", ANY, () -> painter.fetch(picture, target, limit), FalMeter::kind);
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        return meter.timed("forget", ANY, () -> painter.forget(requestId), FalMeter::removed);
    }
}
