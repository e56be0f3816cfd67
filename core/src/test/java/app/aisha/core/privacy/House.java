package app.aisha.core.privacy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AvatarTrainer;
import app.aisha.core.avatar.ScriptedTrainer;
import app.aisha.core.avatar.SuddenDeath;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.payment.InMemoryStarPayments;
import app.aisha.core.picture.ScriptedPainter;
import app.aisha.core.privacy.Farewells.Saying;
import app.aisha.core.privacy.InMemoryRecords.Kept;
import app.aisha.core.privacy.Trace.Service;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.RecordedJobs;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody who has things everywhere, and all that lets them leave. */
final class House {

    static final Credits GIFT = new Credits(100);
    static final Belongings ALL = new Belongings(2, 1, 1, 10, 4, GIFT, 0);

    final SettableClock clock = new SettableClock();
    final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    final InMemoryWallets wallets = new InMemoryWallets(ids, clock, GIFT);
    final InMemoryStarPayments payments = new InMemoryStarPayments();
    final InMemoryRecords records = new InMemoryRecords(users::remove);
    final InMemoryErasures erasures = new InMemoryErasures();
    final RecordedJobs jobs = new RecordedJobs();
    final InMemoryMediaStore media = new InMemoryMediaStore();
    final ScriptedTrainer trainer = new ScriptedTrainer();
    final ScriptedPainter painter = new ScriptedPainter();
    final List<Erasure> told = new ArrayList<>();
    final User mira = users.welcome(new ChatId(7), "Mira", Optional.empty(), Language.EN);
    final DeleteAccount deleteAccount;
    final RemoveTraces removeTraces;
    Saying saying = new Saying.Said();
    private final Path folder;
    private final MediaStore store;

    House(Path folder) {
        this(folder, new SuddenDeath());
    }

    /** Whose process dies now and then. */
    House(Path folder, SuddenDeath death) {
        this.folder = folder;
        Transactions transactions =
                death.over(new DirectTransactions(users, wallets, payments, records, erasures, jobs));
        AvatarTrainer reached = death.over(trainer);
        store = death.over(media);
        deleteAccount = new DeleteAccount(
                users, wallets, payments, records, erasures, new DeleteAccount.Work(jobs, transactions, ids, clock));
        removeTraces = new RemoveTraces(
                erasures,
                store,
                new RemoveTraces.Services(reached, painter),
                erasure -> {
                    death.pass("before the last word");
                    told.add(erasure);
                    death.pass("after the last word");
                    return saying;
                },
                transactions,
                clock);
        records.keep(
                mira.id(),
                new Kept(
                        ALL,
                        List.of(
                                trace(1, Service.TRAINER, "t-1", true),
                                trace(2, Service.PAINTER, "p-1", false),
                                trace(3, Service.PAINTER, "p-2", true)),
                        Set.of("job-1")));
        keeps("recordings/a/original.ogg");
        keeps("pictures/b/picture.png");
    }

    private static Trace trace(int number, Service service, String request, boolean open) {
        var cancel = URI.create("https://queue.example/requests/" + request + "/cancel");
        return Trace.of(
                number, service, Optional.of(request), Optional.of(cancel).filter(_ -> open));
    }

    void keeps(String name) {
        try {
            Files.createDirectories(folder);
            var file = Files.writeString(folder.resolve("file"), "bytes");
            media.put(new MediaKey("users/%s/%s".formatted(mira.id().value(), name)), file, "any/thing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    List<MediaKey> kept() {
        try {
            return media.under(RemoveTraces.folder(mira.id()));
        } catch (MediaUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets credits aside for work under way. */
    HoldId holds(long amount) {
        wallets.of(mira.id());
        var hold = new Hold(
                new HoldId(ids.next()),
                mira.id(),
                new Purpose(Purpose.Kind.PICTURE, ids.next()),
                new Credits(amount),
                clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        wallets.hold(hold);
        return hold.id();
    }

    DeleteAccount.Outcome leaves() {
        return deleteAccount.delete(mira.id(), clock.instant());
    }

    /** The job, until it is over. */
    void clears() throws InterruptedException {
        for (var tries = 0; tries < 50; tries++) {
            if (!(clear() instanceof JobOutcome.Again again)) {
                return;
            }
            clock.advance(again.pause());
        }
        throw new AssertionError("It does not end");
    }

    JobOutcome clear() throws InterruptedException {
        return erasures.all().isEmpty()
                ? new JobOutcome.Finished()
                : removeTraces.remove(erasures.all().getFirst().id());
    }
}
