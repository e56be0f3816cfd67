package app.aisha.core.picture;

import app.aisha.core.avatar.SuddenDeath;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A painter whose calls may be the last of the process. */
record MortalPainter(SuddenDeath death, Painter painter) implements Painter {

    private <T> T around(String call, T answer) {
        death.pass("after " + call);
        return answer;
    }

    @Override
    public URI upload(Path file, String fileName) throws ProviderUnavailable, InterruptedException {
        return around("upload", painter.upload(file, fileName));
    }

    @Override
    public String input(PaintingOrder order) {
        return painter.input(order);
    }

    @Override
    public Submission submit(PaintingOrder order) throws ProviderUnavailable, InterruptedException {
        death.pass("before submit");
        return around("submit", painter.submit(order));
    }

    @Override
    public PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        return around("report", painter.report(ticket));
    }

    @Override
    public void cancel(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        painter.cancel(ticket);
    }

    @Override
    public List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws ProviderUnavailable, InterruptedException {
        return around("find", painter.find(endpoint, input, since));
    }

    @Override
    public Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        return around("fetch", painter.fetch(picture, target, limit));
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        return around("forget", painter.forget(requestId));
    }
}
