package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalGate.Passed;
import app.aisha.adapters.fal.FalSubmission.Request;
import app.aisha.adapters.fal.FalSubmission.Sent;
import app.aisha.adapters.http.Delay;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Trainings at FAL. A request for training is sent once and never again by itself; everything else is tried up to four times
 * with waits of ten seconds in all. While the key is refused or the balance spent, archives and requests for training are
 * kept back but for one request each pause of the settings; what is under way is asked after all the time. The key goes to the roots of
 * the settings only, and neither it nor the query of an address gets into a log or a message.
 */
public final class FalAvatarTrainer implements AvatarTrainer {

    private static final Duration ARCHIVE_KEPT = Duration.ofDays(3);
    private static final Duration RESULT_KEPT = Duration.ofDays(30);

    private final FalHttp http;
    private final FalTickets tickets;
    private final FalQueue queue;
    private final FalGate gate;

    /**
     * Talks to FAL where the settings say it is.
     *
     * @param pause of all that is paid for with this key
     */
    public FalAvatarTrainer(FalSettings settings, ServicePause pause, InstantSource clock) {
        this(
                settings,
                pause,
                clock,
                HttpClients.create(settings.proxy(), settings.timeouts().connect()),
                Delay.real());
    }

    FalAvatarTrainer(FalSettings settings, ServicePause pause, InstantSource clock, HttpClient client, Delay delay) {
        this.http = new FalHttp(settings, client, clock, delay);
        this.tickets = new FalTickets(settings.roots().queue());
        this.queue = new FalQueue(http, tickets);
        this.gate = new FalGate(pause);
    }

    @Override
    public URI upload(Path archive, String fileName) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> gate.look(() -> new FalUpload(http).of(archive, fileName, ARCHIVE_KEPT)));
    }

    @Override
    public String input(TrainingOrder order) {
        return TrainingInput.of(order).json();
    }

    @Override
    public Submission submit(TrainingOrder order) throws ProviderUnavailable, InterruptedException {
        var endpoint = order.recipe().backend().trainer();
        var request = new Request(endpoint, input(order), order.webhook(), RESULT_KEPT);
        return FalUnavailable.toPort(() ->
                gate.enter(passed -> submission(new FalSubmission(http, tickets).of(request), passed)));
    }

    private static Submission submission(Sent sent, Passed passed) {
        return switch (sent) {
            case Sent.Accepted(var ticket) -> {
                passed.answered();
                yield new Submission.Accepted(ticket.forTraining());
            }
            case Sent.Refused(var kind, var error) -> {
                passed.answered();
                yield new Submission.Refused(TrainingReports.problem(kind), error.detail());
            }
            case Sent.Uncertain(var why) -> new Submission.Uncertain(why);
        };
    }

    @Override
    public TrainingReport report(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> TrainingReports.of(queue.ask(FalTicket.of(ticket), true)));
    }

    /** The address of each is derived from the endpoint, without what follows {@code owner/alias}. */
    @Override
    public TrainingTicket ticket(TrainerBackend backend, String requestId) {
        return tickets.of(backend.trainer(), requestId).forTraining();
    }

    @Override
    public void cancel(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException {
        var _ = FalUnavailable.toPort(() -> {
            queue.cancel(FalTicket.of(ticket));
            return ticket;
        });
    }

    @Override
    public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
            throws ProviderUnavailable, InterruptedException {
        var endpoint = order.recipe().backend().trainer();
        return FalUnavailable.toPort(() -> new FalPlatform(http, tickets)
                .find(endpoint, since, input -> names(input, order.archive())).stream()
                        .findFirst()
                        .map(FalTicket::forTraining));
    }

    private static boolean names(JsonNode input, URI archive) {
        return Stream.of("images_data_url", "image_data_url")
                .anyMatch(field -> input.path(field).asString("").equals(archive.toString()));
    }

    @Override
    public Fetched fetch(URI file, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalDownload(http).of(file, target, limit));
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalPlatform(http, tickets).forget(requestId));
    }

    /**
     * What FAL asks for these endpoints at present.
     *
     * @return empty where it shows no prices to this key; endpoints without a price are left out
     */
    public List<FalPrice> prices(Collection<String> endpoints) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalPlatform(http, tickets).prices(endpoints));
    }
}
