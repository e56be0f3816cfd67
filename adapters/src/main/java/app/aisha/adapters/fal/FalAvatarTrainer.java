package app.aisha.adapters.fal;

import app.aisha.adapters.http.Delay;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trainings at FAL. A request for training is sent once and never again by itself; everything else is tried up to four times
 * with waits of ten seconds in all. While the key is refused or the balance spent, archives and requests for training are
 * kept back but for one request each pause of the settings; what is under way is asked after all the time. The key goes to the roots of
 * the settings only, and neither it nor the query of an address gets into a log or a message.
 */
public final class FalAvatarTrainer implements AvatarTrainer {

    private static final Logger LOG = LoggerFactory.getLogger(FalAvatarTrainer.class);

    private final FalHttp http;
    private final InstantSource clock;
    private final FalTickets tickets;
    private final ServicePause pause;

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
        this.clock = clock;
        this.tickets = new FalTickets(settings.roots().queue());
        this.pause = pause;
    }

    @Override
    public URI upload(Path archive, String fileName) throws TrainerUnavailable, InterruptedException {
        var leave = leave(pause::look);
        var begin = clock.instant();
        try {
            var file = new FalUpload(http).of(archive, fileName);
            LOG.info("fal uploaded ms={}", millis(begin));
            return file;
        } catch (TrainerUnavailable e) {
            throw failed(leave, e);
        }
    }

    @Override
    public String input(TrainingOrder order) {
        return TrainingInput.of(order).json();
    }

    @Override
    public Submission submit(TrainingOrder order) throws TrainerUnavailable, InterruptedException {
        var leave = leave(pause::enter);
        var begin = clock.instant();
        var endpoint = order.recipe().backend().trainer();
        try {
            var submission = new FalSubmission(http, tickets).of(order);
            log(submission, endpoint, millis(begin));
            if (!(submission instanceof Submission.Uncertain)) {
                leave.answered();
            }
            return submission;
        } catch (TrainerUnavailable e) {
            LOG.warn("fal not submitted endpoint={} ms={}: {}", endpoint, millis(begin), e.getMessage());
            throw failed(leave, e);
        }
    }

    /** A way to ask for leave. */
    @FunctionalInterface
    private interface Asking {

        ServicePause.Leave leave() throws ServicePause.Withheld;
    }

    private static ServicePause.Leave leave(Asking asking) throws TrainerUnavailable {
        try {
            return asking.leave();
        } catch (ServicePause.Withheld e) {
            throw new TrainerUnavailable(
                    e.why().sentence(), e.pause(), Optional.of(e.why().trouble()));
        }
    }

    private static TrainerUnavailable failed(ServicePause.Leave leave, TrainerUnavailable e) {
        e.trouble()
                .ifPresent(trouble ->
                        leave.refused(new Alarm.Raised(Service.IMAGES, trouble, String.valueOf(e.getMessage()))));
        return e;
    }

    private void log(Submission submission, String endpoint, long millis) {
        switch (submission) {
            case Submission.Accepted accepted ->
                LOG.info(
                        "fal submitted request={} endpoint={} ms={}",
                        accepted.ticket().requestId(),
                        endpoint,
                        millis);
            case Submission.Refused refused ->
                LOG.warn("fal refused endpoint={} ms={} problem={}", endpoint, millis, refused.problem());
            case Submission.Uncertain uncertain ->
                LOG.warn("fal may have accepted endpoint={} ms={}: {}", endpoint, millis, uncertain.why());
        }
    }

    @Override
    public TrainingReport report(TrainingTicket ticket) throws TrainerUnavailable, InterruptedException {
        var begin = clock.instant();
        var report = new FalReports(http, tickets).of(ticket);
        switch (report) {
            case TrainingReport.Done done ->
                LOG.info(
                        "fal done request={} endpoint={} ms={} units={} seconds={}",
                        ticket.requestId(),
                        tickets.endpoint(ticket),
                        millis(begin),
                        done.billed().orElse("?"),
                        done.seconds().orElse(Double.NaN));
            case TrainingReport.Failed failed ->
                LOG.warn(
                        "fal failed request={} endpoint={} ms={} problem={}",
                        ticket.requestId(),
                        tickets.endpoint(ticket),
                        millis(begin),
                        failed.problem());
            case TrainingReport.Unknown _ -> LOG.warn("fal does not know request={}", ticket.requestId());
            case TrainingReport.InLine _, TrainingReport.Running _ -> {}
        }
        return report;
    }

    /** The address of each is derived from the endpoint, without what follows {@code owner/alias}. */
    @Override
    public TrainingTicket ticket(TrainerBackend backend, String requestId) {
        return tickets.of(backend.trainer(), requestId);
    }

    @Override
    public void cancel(TrainingTicket ticket) throws TrainerUnavailable, InterruptedException {
        var begin = clock.instant();
        var request = http.withKey(tickets.atQueue(ticket.cancel()))
                .PUT(BodyPublishers.noBody())
                .build();
        var answer = http.repeat(request);
        var over = answer.status() == 400 || answer.status() == 404;
        if (!answer.ok() && !over) {
            throw http.refusals().of(answer);
        }
        LOG.info(
                "fal cancelled request={} endpoint={} ms={} status={}",
                ticket.requestId(),
                tickets.endpoint(ticket),
                millis(begin),
                answer.status());
    }

    @Override
    public Optional<TrainingTicket> find(TrainingOrder order, Instant since)
            throws TrainerUnavailable, InterruptedException {
        return new FalPlatform(http, tickets).find(order, since);
    }

    @Override
    public Fetched fetch(URI file, Path target, long limit) throws TrainerUnavailable, InterruptedException {
        var begin = clock.instant();
        var fetched = new FalDownload(http).of(file, target, limit);
        switch (fetched) {
            case Fetched.Stored stored -> LOG.info("fal fetched bytes={} ms={}", stored.bytes(), millis(begin));
            case Fetched.Unusable unusable -> LOG.warn("fal file unusable ms={}: {}", millis(begin), unusable.why());
        }
        return fetched;
    }

    @Override
    public void forget(String requestId) throws TrainerUnavailable, InterruptedException {
        var begin = clock.instant();
        var removed = new FalPlatform(http, tickets).forget(requestId);
        LOG.info("fal forgot request={} ms={} removed={}", requestId, millis(begin), removed);
    }

    /**
     * What FAL asks for these endpoints at present.
     *
     * @return empty where it shows no prices to this key; endpoints without a price are left out
     */
    public List<FalPrice> prices(Collection<String> endpoints) throws TrainerUnavailable, InterruptedException {
        return new FalPlatform(http, tickets).prices(endpoints);
    }

    private long millis(Instant begin) {
        return Duration.between(begin, clock.instant()).toMillis();
    }
}
