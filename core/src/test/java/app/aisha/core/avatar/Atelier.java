package app.aisha.core.avatar;

import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.InMemoryQuotes;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.ScratchFolders;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that turns photos into avatars, with everything outside in the hand of the test. */
final class Atelier {

    static final AvatarRules.Patience PATIENCE = new AvatarRules.Patience(
            Duration.ofSeconds(15), Duration.ofMinutes(15), Duration.ofHours(3), Duration.ofHours(6));

    final SettableClock clock = new SettableClock();
    final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final InMemoryAvatars avatars = new InMemoryAvatars();
    final InMemoryRings rings = new InMemoryRings();
    final RecordingOutbox outbox = new RecordingOutbox();
    final RecordedJobs jobs = new RecordedJobs();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(500));
    final InMemoryQuotes quotes = new InMemoryQuotes();
    final ScriptedTrainer trainer = new ScriptedTrainer();
    final AvatarRules rules = AvatarExamples.rules(5, new AvatarRules.SetSize(3, 5), AvatarExamples.BACKEND);
    final Transactions transactions;
    final AvatarTrainer reached;
    final MediaStore store;
    final UserId owner = new UserId(UUID.randomUUID());
    final ScratchFolders scratch;
    boolean trainerIsOut;
    private int atOnce = 1;
    private int messages;

    Atelier(Path folder) {
        this(folder, new SuddenDeath());
    }

    /** Whose process dies now and then. */
    Atelier(Path folder, SuddenDeath death) {
        this.scratch = new ScratchFolders(folder);
        this.transactions = death.over(new DirectTransactions(avatars, rings, outbox, jobs, users, wallets, quotes));
        this.reached = death.over(trainer);
        this.store = death.over(media);
    }

    void trainsAtOnce(int count) {
        atOnce = count;
    }

    Till till() {
        var avatar = Map.of(
                Quality.FAST, new Credits(100), Quality.BALANCED, new Credits(150), Quality.QUALITY, new Credits(200));
        var prices = new Prices.Listed(new Tariff(new Credits(10), Duration.ofMinutes(1)), avatar, new Credits(5));
        return new Till(prices, quotes, wallets, ids, clock);
    }

    StartAvatar startAvatar() {
        return new StartAvatar(avatars, rules, transactions, ids, clock);
    }

    AddAvatarPhoto addPhoto() {
        return new AddAvatarPhoto(avatars, avatars, rules, jobs, outbox, transactions, ids);
    }

    OfferTraining offers() {
        return new OfferTraining(avatars, avatars, rules, till(), () -> trainerIsOut, transactions);
    }

    StartAvatarTraining startTraining() {
        return new StartAvatarTraining(
                avatars, offers(), rules, till(), new StartAvatarTraining.Work(jobs, outbox, transactions, clock));
    }

    EndTraining end() {
        return new EndTraining(avatars, wallets, jobs, outbox, transactions, clock);
    }

    TrainingSteps steps() {
        return new TrainingSteps(
                reached, rings, new PrepareArchive(avatars, store, reached), new StoreModel(reached, store), end());
    }

    AdvanceTraining advanceTraining() {
        var settings = new TrainingSettings(atOnce, Optional.of(URI.create("https://bot.example/")), PATIENCE);
        return new AdvanceTraining(avatars, steps(), settings, new Workbench(outbox, transactions, scratch, clock));
    }

    CancelTraining cancelTraining() {
        return new CancelTraining(avatars, end(), steps(), transactions, clock);
    }

    /** Whether the store has it. */
    boolean holds(MediaKey key) {
        try {
            return media.size(key).isPresent();
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    JobOutcome advance(AvatarId id) throws InterruptedException {
        return advanceTraining().advance(id);
    }

    Avatar found(AvatarId id) {
        return avatars.find(id).orElseThrow();
    }

    Credits free() {
        return wallets.of(owner).free();
    }

    Avatar.Draft draft(String name) {
        return ((StartAvatar.Outcome.Started) startAvatar().start(owner, TrainingType.PORTRAIT, Gender.FEMALE, name))
                .draft();
    }

    SentPhoto photo(Optional<String> album) {
        messages++;
        return new SentPhoto(messages, "file-" + messages, album);
    }

    /** A draft with a full set of photos, all of them in the store. */
    Avatar.Draft withPhotos(String name) {
        var draft = draft(name);
        for (var i = 0; i < 3; i++) {
            addPhoto().add(owner, photo(Optional.empty()));
        }
        for (var photo : avatars.of(draft.id())) {
            var pending = (AvatarPhoto.Pending) photo;
            keep(pending);
            avatars.save(pending.usable(AvatarExamples.look(photo.heading().order())));
        }
        jobs.takeAll();
        outbox.clear();
        return (Avatar.Draft) found(draft.id());
    }

    private void keep(AvatarPhoto photo) {
        try (var folder = scratch.open()) {
            var file = Files.writeString(
                    folder.path().resolve("photo"), "photo " + photo.heading().order());
            media.put(photo.heading().key(), file, "image/jpeg");
            media.put(photo.heading().thumbnail(), file, "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    Avatar.Queued queued(String name) {
        var offered =
                (OfferTraining.Outcome.Offered) offers().offer(withPhotos(name).id(), owner, Quality.BALANCED);
        var version = offered.draft().heading().version();
        return ((StartAvatarTraining.Outcome.Started)
                        startTraining().start(offered.draft().id(), owner, version))
                .avatar();
    }

    /** Taken by the trainer. */
    Avatar.Training accepted(String name) throws InterruptedException {
        var queued = queued(name);
        advance(queued.id());
        return (Avatar.Training) found(queued.id());
    }
}
