package app.aisha.core.picture;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.avatar.SuddenDeath;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.picture.PictureFinisher.Finding;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** All that makes pictures, with everything outside in the hand of the test. */
final class Studio {

    static final Credits GIFT = new Credits(500);
    static final Credits PRICE = new Credits(5);
    static final PaintingSettings SETTINGS =
            new PaintingSettings("fal-ai/editor", Optional.empty(), PaintingSettings.Patience.USUAL);

    final SettableClock clock = new SettableClock();
    final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final InMemoryAvatars avatars = new InMemoryAvatars();
    final RecordingOutbox outbox = new RecordingOutbox();
    final RecordedJobs jobs = new RecordedJobs();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    final InMemoryWallets wallets = new InMemoryWallets(ids, clock, GIFT);
    final InMemoryQuotes quotes = new InMemoryQuotes();
    final InMemoryPictureOrders orders = new InMemoryPictureOrders();
    final InMemoryPictures pictures = new InMemoryPictures(orders, avatars);
    final ScriptedPainter painter = new ScriptedPainter();
    final User owner = users.welcome(new ChatId(1), "Mira", Optional.empty(), Language.EN);
    final Transactions transactions;
    final Painter reached;
    final MediaStore store;
    final ScratchFolders scratch;
    boolean painterIsOut;
    PixelSize painted = new PixelSize(1024, 1024);

    Studio(Path folder) {
        this(folder, new SuddenDeath());
    }

    /** Whose process dies now and then. */
    Studio(Path folder, SuddenDeath death) {
        this.scratch = new ScratchFolders(folder);
        this.transactions =
                death.over(new DirectTransactions(avatars, outbox, jobs, users, wallets, quotes, orders, pictures));
        this.reached = new MortalPainter(death, painter);
        this.store = death.over(media);
    }

    private Till till() {
        var avatar = Map.of(
                Quality.FAST, new Credits(100), Quality.BALANCED, new Credits(150), Quality.QUALITY, new Credits(200));
        var prices = new Prices.Listed(new Tariff(new Credits(10), Duration.ofMinutes(1)), avatar, PRICE);
        return new Till(prices, quotes, wallets, ids, clock);
    }

    /** An avatar of the owner that pictures can be made of, its weights in the store. */
    Avatar.Ready avatar(String name) {
        var draft = AvatarExamples.draft(owner.id(), name);
        avatars.add(draft);
        var path = AvatarExamples.path(Avatar.Ready.class, draft, 7);
        path.forEach(avatars::save);
        var ready = (Avatar.Ready) path.getLast();
        keep(ready.model().lora());
        return ready;
    }

    void keep(MediaKey key) {
        try (var folder = scratch.open()) {
            media.put(key, Files.writeString(folder.path().resolve("file"), "bytes"), "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    boolean holds(MediaKey key) {
        try {
            return media.size(key).isPresent();
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    AskForPicture ask() {
        return new AskForPicture(
                orders, pictures, avatars, users, new NoStyles(), new AskForPicture.Work(jobs, transactions, ids));
    }

    ChangeOrder change() {
        return new ChangeOrder(orders, users, jobs, transactions, clock);
    }

    OfferPictures offers() {
        return new OfferPictures(orders, till(), () -> painterIsOut, transactions);
    }

    PlaceOrder place() {
        return new PlaceOrder(
                orders,
                pictures,
                avatars,
                offers(),
                till(),
                new PlaceOrder.Work(jobs, outbox, transactions, ids, new Random(3)));
    }

    EndPicture end() {
        return new EndPicture(pictures, wallets, jobs, outbox, transactions, clock);
    }

    CancelPictures cancel() {
        return new CancelPictures(orders, pictures, end(), reached, transactions, clock);
    }

    AdvancePicture advance() {
        var steps = new AdvancePicture.Steps(
                reached,
                new PrepareIngredients(avatars, store, reached, scratch, transactions, SETTINGS),
                new StorePicture(reached, this::finish, store, scratch, Optional.empty()),
                end());
        return new AdvancePicture(pictures, steps, SETTINGS, new Workbench(outbox, transactions, scratch, clock));
    }

    private Finding finish(Path raw, Predicate<PixelSize> fits, Optional<String> mark, Path picture, Path thumbnail) {
        try {
            Files.copy(raw, picture);
            Files.copy(raw, thumbnail);
            return fits.test(painted)
                    ? new Finding.Finished(painted, Files.size(picture), "image/jpeg", "0123456789abcdef".repeat(4))
                    : new Finding.Unusable("another size");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JobOutcome advance(PictureId id) throws InterruptedException {
        return advance().advance(id);
    }

    Picture found(PictureId id) {
        return pictures.find(id).orElseThrow();
    }

    Credits free() {
        return wallets.of(owner.id()).free();
    }

    /** In the owner's own words, as they are. */
    PictureOrder.Offered offered(Avatar.Ready avatar, int count) {
        users.prefer(owner.id(), owner.preferences().withEnrichedPrompts(false));
        var asked = (AskForPicture.Outcome.Offered) ask().ask(
                        owner.id(),
                        new AskForPicture.Request.OfAvatar(avatar.id(), new Wish.Words("on a beach at dusk")));
        var changed = (ChangeOrder.Outcome.Changed)
                change().change(asked.order().id(), owner.id(), new ChangeOrder.Change.Count(count));
        return ((OfferPictures.Outcome.Offered) offers().offer(changed.order().id(), owner.id())).order();
    }

    PlaceOrder.Outcome place(PictureOrder.Offered offered) {
        return place().place(offered.id(), owner.id(), offered.heading().version());
    }

    /** Pictures of a new avatar that wait for the painter. */
    List<Picture> queued(int count) {
        var offered = offered(avatar("Mira"), count);
        place(offered);
        return pictures.of(offered.id());
    }

    /** No styles. */
    private static final class NoStyles implements StylePacks {

        @Override
        public List<Pack> packs() {
            return List.of();
        }

        @Override
        public Optional<Style> find(StyleId id) {
            return Optional.empty();
        }

        @Override
        public boolean preview(StyleId id, Path target) {
            return false;
        }
    }
}
