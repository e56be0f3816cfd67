package app.aisha.core.picture;

import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A painter that answers what the test says, and keeps what it was asked. */
public final class ScriptedPainter implements Painter {

    /** What a call does, where it does anything but answer. */
    @FunctionalInterface
    public interface Answer<T> {

        T give() throws ProviderUnavailable, InterruptedException;
    }

    static final URI PICTURE = URI.create("https://files.example/picture.jpg");

    final List<PaintingOrder> submitted = new ArrayList<>();
    final List<String> uploads = new ArrayList<>();
    final List<PaintingTicket> cancelled = new ArrayList<>();
    final List<String> forgotten = new ArrayList<>();
    Answer<Removal> onForget = () -> Removal.DONE;
    Answer<Submission> onSubmit = () -> new Submission.Accepted(ticket("req-1"));
    Answer<PaintingReport> onReport = () -> new PaintingReport.InLine(OptionalLong.of(2));
    Answer<Optional<PaintingTicket>> onFind = Optional::empty;
    Answer<Fetched> onFetch = () -> new Fetched.Stored(0);

    static ProviderUnavailable away() {
        return new ProviderUnavailable("the painter is away", Duration.ofSeconds(7), Optional.empty());
    }

    static PaintingTicket ticket(String request) {
        var root = "https://queue.example/requests/" + request;
        return new PaintingTicket(
                request, URI.create(root + "/status"), URI.create(root), URI.create(root + "/cancel"));
    }

    static PaintingReport.Done done(boolean flagged) {
        return new PaintingReport.Done(PICTURE, flagged, OptionalLong.of(7), OptionalDouble.of(2.5), Optional.of("1"));
    }

    @Override
    public URI upload(Path file, String fileName) {
        uploads.add(fileName);
        return URI.create("https://files.example/" + uploads.size() + "/" + fileName);
    }

    @Override
    public String input(PaintingOrder order) {
        return "{\"prompt\":\"%s\",\"from\":\"%s\"}".formatted(order.prompt(), order.ingredients());
    }

    @Override
    public Submission submit(PaintingOrder order) throws ProviderUnavailable, InterruptedException {
        submitted.add(order);
        return onSubmit.give();
    }

    @Override
    public PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        return onReport.give();
    }

    @Override
    public void cancel(PaintingTicket ticket) {
        cancelled.add(ticket);
    }

    @Override
    public List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws ProviderUnavailable, InterruptedException {
        var asked = submitted.stream()
                .anyMatch(order ->
                        order.endpoint().equals(endpoint) && input(order).equals(input));
        return onFind.give().filter(_ -> asked).stream().toList();
    }

    @Override
    public Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        if (onFetch.give() instanceof Fetched.Unusable unusable) {
            return unusable;
        }
        try {
            return new Fetched.Stored(
                    Files.writeString(target, "a picture").toFile().length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        forgotten.add(requestId);
        return onForget.give();
    }

    public void answersForget(Answer<Removal> answer) {
        onForget = answer;
    }

    public List<String> cancelled() {
        return cancelled.stream().map(PaintingTicket::requestId).toList();
    }

    public List<String> forgotten() {
        return List.copyOf(forgotten);
    }
}
