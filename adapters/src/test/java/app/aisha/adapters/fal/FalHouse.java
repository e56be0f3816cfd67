package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.fal.FalSettings.Timeouts;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.http.ServicePause;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AddAvatarPhoto;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.AdvanceTraining;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.avatar.AvatarNotice;
import app.aisha.core.avatar.AvatarPhoto;
import app.aisha.core.avatar.CancelTraining;
import app.aisha.core.avatar.EndTraining;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.HearTrainer;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.avatar.InMemoryRings;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.PrepareArchive;
import app.aisha.core.avatar.StartAvatar;
import app.aisha.core.avatar.StartAvatarTraining;
import app.aisha.core.avatar.StoreModel;
import app.aisha.core.avatar.TrainingSettings;
import app.aisha.core.avatar.TrainingSteps;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryQuotes;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.simulators.fal.FalControl;
import app.aisha.simulators.fal.FalSettings.Timing;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.fal.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * All that trains an avatar, in memory and on one clock that only jobs move. The trainer is the simulator of FAL, asked and
 * calling over HTTP.
 */
final class FalHouse implements AutoCloseable {

    static final Duration PATIENT = Duration.ofSeconds(20);

    private record Due(Instant at, AvatarJob job) {}

    final SettableClock clock = new SettableClock();
    private final InMemoryAvatars avatars = new InMemoryAvatars();
    private final InMemoryMediaStore media = new InMemoryMediaStore();
    final RecordedJobs jobs = new RecordedJobs();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final UserId owner = new UserId(UUID.randomUUID());
    final List<Alarm> alarms = new ArrayList<>();
    private final OfferTraining offers;
    private final HouseWords words;
    final FalDoor door;
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final InMemoryRings rings = new InMemoryRings();
    private final InMemoryQuotes quotes = new InMemoryQuotes();
    private final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(HouseRules.GIFT));
    private final DirectTransactions transactions =
            new DirectTransactions(avatars, rings, outbox, jobs, wallets, quotes);
    private final FalSimulator simulator;
    private final Till till = new Till(HouseRules.PRICES, quotes, wallets, ids, clock);
    private final PriorityQueue<Due> line = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final ScratchFolders scratch;
    private final AdvanceTraining advance;
    private final CancelTraining cancel;
    private boolean held;
    private AvatarId id = new AvatarId(UUID.randomUUID());

    /** With so long for each answer of FAL, in real time. */
    FalHouse(Path folder, Duration patience) throws IOException {
        scratch = new ScratchFolders(folder.resolve("scratch"));
        simulator = FalSimulator.start(app.aisha.simulators.fal.FalSettings.sandbox()
                .withClock(clock)
                .withTiming(new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMillis(20))));
        var settings = settings(patience);
        var http = HttpClients.create(Optional.empty(), settings.timeouts().connect());
        var pause = new ServicePause(alarms::add, settings.pause(), clock);
        var trainer = new FalAvatarTrainer(settings, pause, clock, http, clock::advance);
        door = new FalDoor(new FalReceiver(
                new FalWebhook(settings, clock), new HearTrainer(avatars, rings, jobs, transactions), clock));
        var end = new EndTraining(avatars, wallets, jobs, outbox, transactions, clock);
        var steps = new TrainingSteps(
                trainer, rings, new PrepareArchive(avatars, media, trainer), new StoreModel(trainer, media), end);
        advance = new AdvanceTraining(
                avatars,
                steps,
                new TrainingSettings(1, Optional.of(door.root()), HouseRules.PATIENCE),
                new Workbench(outbox, transactions, scratch, clock));
        cancel = new CancelTraining(avatars, end, steps, transactions, clock);
        offers = new OfferTraining(avatars, avatars, HouseRules.RULES, till, pause, transactions);
        words = new HouseWords(avatars, media, offers, scratch, clock);
        photographs("Mira");
    }

    private FalSettings settings(Duration patience) {
        return new FalSettings(
                new Secret(app.aisha.simulators.fal.FalSettings.SANDBOX_KEY),
                new Roots(simulator.queue(), simulator.rest(), simulator.platform(), simulator.jwks()),
                FalSettings.FAL_FILES,
                new Timeouts(PATIENT, patience, patience, patience),
                Optional.empty(),
                Duration.ofMinutes(1));
    }

    /** A draft with its photos; what follows is about it. */
    AvatarId photographs(String name) {
        var started = new StartAvatar(avatars, HouseRules.RULES, transactions, ids, clock)
                .start(owner, TrainingType.PORTRAIT, Gender.FEMALE, name);
        id = ((StartAvatar.Outcome.Started) started).draft().id();
        var add = new AddAvatarPhoto(avatars, avatars, HouseRules.RULES, jobs, outbox, transactions, ids);
        for (var number = 1; number <= HouseRules.PHOTOS; number++) {
            add.add(owner, new SentPhoto(number, name + number, Optional.empty()));
        }
        for (var photo : avatars.of(id)) {
            var order = photo.heading().order();
            keep(HouseRules.photo(order), photo.heading().key());
            avatars.save(((AvatarPhoto.Pending) photo).usable(AvatarExamples.look(order)));
        }
        jobs.takeAll();
        outbox.clear();
        return id;
    }

    private void keep(byte[] photo, MediaKey key) {
        try (var folder = scratch.open()) {
            media.put(key, Files.write(folder.path().resolve("photo"), photo), "image/jpeg");
        } catch (IOException | MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What follows is about this one. */
    void turnsTo(AvatarId avatar) {
        id = avatar;
    }

    FalControl fal() {
        return simulator.control();
    }

    /** What becomes of the next request. */
    void plan(Plan plan) {
        held = plan.held();
        fal().plan(plan);
    }

    /** What was held ends. */
    void releases() {
        held = false;
        fal().releaseAll();
    }

    /** Its owner agrees to a training. */
    void agrees() {
        agrees(((OfferTraining.Outcome.Offered) asks()).draft().heading().version());
    }

    OfferTraining.Outcome asks() {
        return offers.offer(id, owner, Quality.BALANCED);
    }

    StartAvatarTraining.Outcome agrees(int version) {
        var work = new StartAvatarTraining.Work(jobs, outbox, transactions, clock);
        return new StartAvatarTraining(avatars, offers, HouseRules.RULES, till, work).start(id, owner, version);
    }

    void cancels() {
        cancel.cancel(id, owner);
    }

    /** Runs jobs as they are due, until there are none or so much time has passed. */
    void works(Duration most) throws InterruptedException {
        var end = clock.instant().plus(most);
        while (true) {
            Awaiting.until("the end of what runs at FAL", this::nothingRuns);
            jobs.takeAll().forEach(job -> line.add(new Due(clock.instant(), (AvatarJob) job)));
            var next = line.peek();
            if (next == null) {
                return;
            }
            if (next.at().isAfter(end)) {
                clock.set(end);
                return;
            }
            line.remove(next);
            if (next.at().isAfter(clock.instant())) {
                clock.set(next.at());
            }
            if (run(next.job()) instanceof JobOutcome.Again again) {
                line.add(new Due(clock.instant().plus(again.pause()), next.job()));
            }
        }
    }

    /** Held ones do not end by themselves, and those that run at this moment do in real time. */
    private boolean nothingRuns() {
        return held
                || fal().requestIds().stream()
                        .allMatch(request -> fal().truth(request).equals("COMPLETED"));
    }

    private JobOutcome run(AvatarJob job) throws InterruptedException {
        return switch (job) {
            case AvatarJob.Train train -> advance.advance(train.avatar());
            case AvatarJob.Rung rung -> advance.advance(rung.avatar());
            case AvatarJob.Stop stop -> cancel.stop(stop.avatar());
            case AvatarJob.CheckPhoto _,
                    AvatarJob.DropPhotos _,
                    AvatarJob.RemoveFiles _,
                    AvatarJob.Forget _,
                    AvatarJob.Discard _ -> new JobOutcome.Finished();
        };
    }

    Avatar avatar() {
        return avatars.find(id).orElseThrow();
    }

    /** How many requests FAL took, each of which is paid. */
    int paid() {
        return fal().requestIds().size();
    }

    String request() {
        return fal().requestIds().getFirst();
    }

    long free() {
        return wallets.of(owner).free().amount();
    }

    long held() {
        return wallets.of(owner).held().amount();
    }

    /** What the ledger did to the wallet, without the gift, oldest first. */
    List<Receipt.Kind> bookings() {
        return wallets.page(owner, OptionalLong.empty(), 50).items().reversed().stream()
                .map(Receipt::kind)
                .filter(kind -> kind != Receipt.Kind.GIFT)
                .toList();
    }

    boolean isStored(Avatar.Ready ready) {
        try {
            return media.size(ready.model().lora()).orElse(0) == ready.model().bytes();
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    /** What its owner was told at each end, in English. */
    List<String> told() {
        return outbox.posted(AvatarNotice.Over.class).stream().map(words::of).toList();
    }

    @Override
    public void close() {
        simulator.close();
        door.close();
    }
}
