package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalGate.Passed;
import app.aisha.adapters.fal.FalSubmission.Request;
import app.aisha.adapters.fal.FalSubmission.Sent;
import app.aisha.adapters.http.Delay;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.picture.Painter;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Pictures at FAL, each by a request of its own, asked after and never told by a webhook. A request is sent once and never again
 * by itself; everything else is tried up to four times with waits of ten seconds in all. While the key is refused or the
 * balance spent, uploads and requests are kept back but for one request each pause of the settings. Photos and pictures stay at FAL
 * for a day, weights for thirty. The key goes to the roots of the settings only, and neither it nor a prompt nor the query of
 * an address gets into a log or a message.
 */
public final class FalPainter implements Painter {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration WEIGHTS_KEPT = Duration.ofDays(30);

    private final FalHttp http;
    private final FalTickets tickets;
    private final FalQueue queue;
    private final PaintingReports reports;
    private final PaintingSettings paintings;
    private final FalGate gate;

    /**
     * Talks to FAL where the settings say it is.
     *
     * @param pause of all that is paid for with this key
     */
    public FalPainter(FalSettings settings, PaintingSettings paintings, ServicePause pause, InstantSource clock) {
        this(
                settings,
                paintings,
                pause,
                clock,
                HttpClients.create(settings.proxy(), settings.timeouts().connect()),
                Delay.real());
    }

    FalPainter(
            FalSettings settings,
            PaintingSettings paintings,
            ServicePause pause,
            InstantSource clock,
            HttpClient client,
            Delay delay) {
        this.http = new FalHttp(settings, client, clock, delay);
        this.tickets = new FalTickets(settings.roots().queue());
        this.queue = new FalQueue(http, tickets);
        this.reports = new PaintingReports(settings);
        this.paintings = paintings;
        this.gate = new FalGate(pause);
    }

    @Override
    public URI upload(Path file, String fileName) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> gate.look(() -> new FalUpload(http).of(file, fileName, kept(fileName))));
    }

    private static Duration kept(String fileName) {
        return fileName.endsWith(".safetensors") ? WEIGHTS_KEPT : KEPT;
    }

    @Override
    public String input(PaintingOrder order) {
        return PaintingInput.of(order, paintings).json();
    }

    @Override
    public Submission submit(PaintingOrder order) throws ProviderUnavailable, InterruptedException {
        var request = new Request(order.endpoint(), input(order), Optional.empty(), KEPT);
        return FalUnavailable.toPort(() -> gate.enter(
                passed -> submission(new FalSubmission(http, tickets).of(request), order.endpoint(), passed)));
    }

    private static Submission submission(Sent sent, String endpoint, Passed passed) {
        return switch (sent) {
            case Sent.Accepted(var ticket) -> {
                passed.answered();
                yield new Submission.Accepted(ticket.forPainting());
            }
            case Sent.Refused(var kind, var error) -> {
                passed.answered();
                yield new Submission.Refused(PaintingReports.problem(kind, error, endpoint), error.detail());
            }
            case Sent.Uncertain(var why) -> new Submission.Uncertain(why);
        };
    }

    @Override
    public PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        var asked = FalTicket.of(ticket);
        return FalUnavailable.toPort(() -> reports.of(queue.ask(asked, false), tickets.endpoint(asked)));
    }

    @Override
    public void cancel(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException {
        var _ = FalUnavailable.toPort(() -> {
            queue.cancel(FalTicket.of(ticket));
            return ticket;
        });
    }

    /** Told by the prompt, the seed and whatever else FAL shows of the input. */
    @Override
    public List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalPlatform(http, tickets)
                .find(endpoint, since, shown -> PaintingInput.isShownAs(input, shown)).stream()
                        .map(FalTicket::forPainting)
                        .toList());
    }

    @Override
    public Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalDownload(http).of(picture, target, limit));
    }

    @Override
    public Removal forget(String requestId) throws ProviderUnavailable, InterruptedException {
        return FalUnavailable.toPort(() -> new FalPlatform(http, tickets).forget(requestId));
    }
}
