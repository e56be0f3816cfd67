package app.aisha.core.privacy;

import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a person leave. Work under way ends, what was set aside for it goes back, what is left on the balance is forfeited, and
 * every row goes, all in one transaction; files and copies far away follow in a job of the same transaction.
 */
public final class DeleteAccount {

    /** The note on the ends of holds. */
    public static final String REASON = "ACCOUNT_DELETED";

    private final Users users;
    private final Wallets wallets;
    private final StarPayments payments;
    private final PersonalRecords records;
    private final Erasures erasures;
    private final Work work;

    /** What a leaving is done with. */
    public record Work(Jobs jobs, Transactions transactions, TimeOrderedIds ids, InstantSource clock) {}

    public DeleteAccount(
            Users users,
            Wallets wallets,
            StarPayments payments,
            PersonalRecords records,
            Erasures erasures,
            Work work) {
        this.users = users;
        this.wallets = wallets;
        this.payments = payments;
        this.records = records;
        this.erasures = erasures;
        this.work = work;
    }

    /** What the wish to leave met. */
    public sealed interface Outcome {

        /**
         * Every row is gone.
         *
         * @param gone what there was
         */
        record Deleted(ErasureId erasure, Belongings gone) implements Outcome {}

        /** Stars are on their way back to the person; without the person they would be lost. */
        record RefundUnderWay() implements Outcome {}

        /** The wish is older than what is known of the person: it was somebody's who left before. */
        record NotTheirs() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What would go. */
    public Belongings weigh(UserId person) {
        return records.count(person);
    }

    /**
     * Safe to call any number of times, also at once, and long afterwards.
     *
     * @param asked when the person was asked whether they really want to
     */
    public Outcome delete(UserId person, Instant asked) {
        return work.transactions().call(() -> deleteOnce(person, asked));
    }

    /** A refund takes the wallet before it is written down, so that with the wallet in hand none can begin. */
    private Outcome deleteOnce(UserId person, Instant asked) {
        wallets.lock(person);
        var user = records.lock(person) ? users.find(person) : Optional.<User>empty();
        if (user.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!records.arrival(person).orElseThrow().isBefore(asked)) {
            return new Outcome.NotTheirs();
        }
        if (payments.of(person, Integer.MAX_VALUE).stream().anyMatch(StarPayment.Refunding.class::isInstance)) {
            return new Outcome.RefundUnderWay();
        }
        return delete(user.get());
    }

    private Outcome delete(User user) {
        var id = new ErasureId(work.ids().next());
        var gone = records.count(user.id());
        var addressee = new Erasure.Addressee(user.chat(), user.language());
        var erasure = new Erasure(
                id, work.clock().instant(), Optional.of(user.id()), addressee, gone, records.traces(user.id()));
        erasures.begin(erasure, records.work(user.id()));
        close(user.id());
        records.remove(user.id());
        work.jobs().enqueue(new PrivacyJob.RemoveTraces(id));
        return new Outcome.Deleted(id, gone);
    }

    private void close(UserId person) {
        var left = wallets.close(person, REASON);
        if (!left.free().isNone() || !left.held().isNone()) {
            throw new IllegalStateException("A wallet holds %s after it was closed".formatted(left));
        }
    }
}
