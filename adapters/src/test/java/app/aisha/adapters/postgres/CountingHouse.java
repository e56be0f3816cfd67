package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.Wording;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.Inspection;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.WalletExamples;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database in which credits are held, charged and given back as the program does it, and somebody who damages it. */
final class CountingHouse implements AutoCloseable {

    static final String JOB = "transcribe";

    /** Every minute that is heard costs a credit. */
    private static final Tariff TARIFF = new Tariff(new Credits(1), Duration.ZERO);

    private final Pool pool = Pool.of(TestDatabase.migrated(), 4);
    final PostgresDatabase database = pool.database();
    final JdbcClient client = JdbcClient.create(database.joined());
    final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    final PostgresWallets wallets = new PostgresWallets(database, ids, clock, new Credits(1_000));
    private final PostgresTranscripts transcripts = new PostgresTranscripts(database);
    final PostgresLedgerInspector inspector =
            new PostgresLedgerInspector(database, clock, List.of(HeldWork.transcripts(List.of(JOB, "another"))));

    /** Ends a transaction that was only to be looked at. */
    private static final class Undone extends RuntimeException {}

    UserId someone() {
        return new PostgresUsers(database, ids, ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    Transcript.Working working(UserId owner, long held) {
        return database.call(() -> {
            var queued = TranscriptExamples.queued(owner);
            var purpose = new Purpose(Purpose.Kind.TRANSCRIPT, queued.id().value());
            var hold = WalletExamples.hold(owner, held, UUID.randomUUID(), purpose);
            wallets.hold(hold);
            var terms = new Transcript.Terms(hold.id(), hold.amount(), TARIFF);
            transcripts.add(queued);
            client.sql("INSERT INTO scheduled_tasks (task_name, task_instance, picked, version) VALUES (?, ?,"
                            + " false, 1)")
                    .params(List.of(JOB, queued.id().value().toString()))
                    .update();
            return TranscriptExamples.stored(
                    transcripts, queued.started(TranscriptExamples.ORIGINAL, Optional.of(terms), clock.instant()));
        });
    }

    Transcript.Ready ready(UserId owner, long held, long minutes) {
        return database.call(() -> {
            var working = working(owner, held);
            var ready = working.ready(
                    new Wording("text", Optional.of("ru"), 0), Speakers.UNKNOWN, Duration.ofMinutes(minutes));
            end(working, ready, minutes == 0 ? new Ending.Release("NOTHING_SAID") : capture(minutes));
            return ready;
        });
    }

    Transcript.Cancelled cancelled(UserId owner, long held) {
        return database.call(() -> {
            var working = working(owner, held);
            end(working, working.cancelled(), new Ending.Release("CANCELLED"));
            return working.cancelled();
        });
    }

    private void end(Transcript.Working working, Transcript ended, Ending ending) {
        transcripts.save(ended);
        wallets.settle(working.terms().orElseThrow().hold(), ending);
        client.sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(working.id().value().toString())
                .update();
    }

    /** For something that nobody inspects. */
    Hold captured(UserId owner, long held, long charged) {
        var hold = WalletExamples.hold(owner, held);
        wallets.hold(hold);
        wallets.settle(hold.id(), capture(charged));
        return hold;
    }

    static Ending capture(long charged) {
        return new Ending.Capture(new Credits(charged));
    }

    UUID walletOf(UserId owner) {
        return client.sql("SELECT id FROM wallets WHERE user_id = ?")
                .param(owner.value())
                .query(UUID.class)
                .single();
    }

    /** What is answered once the statements were carried out without any rule but those of the columns; then all is undone. */
    Inspection after(List<String> damage, Supplier<Inspection> look) {
        var seen = new AtomicReference<Inspection>();
        try {
            database.run(() -> {
                client.sql("SET LOCAL session_replication_role = replica").update();
                damage.forEach(statement -> client.sql(statement).update());
                seen.set(look.get());
                throw new Undone();
            });
        } catch (Undone _) {
            return seen.get();
        }
        throw new AssertionError("The damage stayed");
    }

    @Override
    public void close() {
        pool.close();
    }
}
