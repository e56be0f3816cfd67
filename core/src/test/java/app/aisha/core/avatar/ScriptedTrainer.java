package app.aisha.core.avatar;

import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A trainer that answers what the test says, and keeps what it was asked. */
public final class ScriptedTrainer implements AvatarTrainer {

    /** What a call does, where it does anything but answer. */
    @FunctionalInterface
    interface Answer<T> {

        T give() throws ProviderUnavailable, InterruptedException;
    }

    static final URI ARCHIVE = URI.create("https://files.example/photos.zip");
    static final URI LORA = URI.create("https://files.example/lora.safetensors");
    static final URI CONFIG = URI.create("https://files.example/config.json");

    final List<TrainingOrder> submitted = new ArrayList<>();
    final List<Path> uploads = new ArrayList<>();
    final List<TrainingTicket> cancelled = new ArrayList<>();
    final List<String> forgotten = new ArrayList<>();
    Answer<Submission> onSubmit = () -> new Submission.Accepted(ticket("req-1"));
    Answer<TrainingReport> onReport = () -> new TrainingReport.InLine(OptionalLong.of(2));
    Answer<Optional<TrainingTicket>> onFind = Optional::empty;
    Answer<URI> onUpload = () -> ARCHIVE;
    Answer<Fetched> onFetch = () -> new Fetched.Stored(0);
    Answer<Removal> onForget = () -> Removal.DONE;
    private boolean isAway;
    private int asked;
    byte[] lora = safetensors();
    byte[] config = "{\"trigger\":\"TOK\"}".getBytes(StandardCharsets.UTF_8);

    static ProviderUnavailable away() {
        return new ProviderUnavailable("the trainer is away", Duration.ofSeconds(7), Optional.empty());
    }

    static TrainingTicket ticket(String request) {
        var root = "https://queue.example/requests/" + request;
        return new TrainingTicket(
                request, URI.create(root + "/status"), URI.create(root), URI.create(root + "/cancel"));
    }

    TrainingReport.Done done() {
        return new TrainingReport.Done(
                new TrainingReport.ResultFile(LORA, OptionalLong.of(lora.length)),
                new TrainingReport.ResultFile(CONFIG, OptionalLong.empty()),
                "{\"diffusers_lora_file\": {}}",
                List.of(new TrainingReport.LogLine("10:00", "1000/1000")),
                OptionalDouble.of(61.5),
                Optional.of("1000"));
    }

    /** A whole weights file of rank 16. */
    static byte[] safetensors() {
        var header = "{\"a.lora_A.weight\":{\"dtype\":\"F32\",\"shape\":[16,2],\"data_offsets\":[0,128]}}"
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length + 128)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    @Override
    public URI upload(Path archive, String fileName) throws ProviderUnavailable, InterruptedException {
        uploads.add(archive);
        return onUpload.give();
    }

    @Override
    public String input(TrainingOrder order) {
        return "{\"images_data_url\":\"%s\"}".formatted(order.archive());
    }

    @Override
    public Submission submit(TrainingOrder order) throws ProviderUnavailable, InterruptedException {
        submitted.add(order);
        return onSubmit.give();
    }

    @Override
    public TrainingReport report(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
        return onReport.give();
    }

    @Override
    public TrainingTicket ticket(TrainerBackend backend, String requestId) {
        return ticket(requestId);
    }

    @Override
    public void cancel(TrainingTicket ticket) throws ProviderUnavailable {
        asked++;
        if (isAway) {
            throw away();
        }
        cancelled.add(ticket);
    }

    /** It neither stops nor forgets anything. */
    public void goesAway() {
        isAway = true;
    }

    public List<String> cancelled() {
        return cancelled.stream().map(TrainingTicket::requestId).toList();
    }

    public List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    /** How often it was asked to stop or to forget. */
    public int asked() {
        return asked;
    }

    @Override
    public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
            throws ProviderUnavailable, InterruptedException {
        return onFind.give();
    }

    @Override
    public Fetched fetch(URI file, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        if (onFetch.give() instanceof Fetched.Unusable unusable) {
            return unusable;
        }
        try {
            Files.write(target, file.equals(LORA) ? lora : config);
            return new Fetched.Stored(Files.size(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        asked++;
        if (isAway) {
            throw away();
        }
        forgotten.add(requestId);
        return onForget.give();
    }
}
