package app.aisha.core.picture;

import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A painter that cannot be reached. */
public final class SleepingPainter implements Painter {

    private static ProviderUnavailable away() {
        return new ProviderUnavailable("asleep", Duration.ofSeconds(5), Optional.empty());
    }

    @Override
    public URI upload(Path file, String fileName) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public String input(PaintingOrder order) {
        return "{}";
    }

    @Override
    public Submission submit(PaintingOrder order) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public void cancel(PaintingTicket ticket) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public List<PaintingTicket> find(String endpoint, String input, Instant since) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable {
        throw away();
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable {
        throw away();
    }
}
