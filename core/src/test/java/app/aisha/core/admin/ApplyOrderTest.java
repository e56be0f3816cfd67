package app.aisha.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.ApplyOrder.Outcome;
import app.aisha.core.admin.ApplyOrder.Outcome.Refused;
import app.aisha.core.payment.InMemoryStarPayments;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.TakeBackCredits;
import app.aisha.core.wallet.Account;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyOrderTest {

    private static final Actor OLGA = new Actor.Admin(new ChatId(9));
    private static final Reason REASON = new Reason("lost recording");

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);
    private final InMemoryUsers users = new InMemoryUsers(ids, ZoneId.of("UTC"));
    private final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(20));
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final RecordingOutbox outbox = new RecordingOutbox();
    private final InMemoryStarPayments payments = new InMemoryStarPayments();
    private final RecordedJobs jobs = new RecordedJobs();
    private final DirectTransactions transactions =
            new DirectTransactions(users, wallets, audit, outbox, payments, jobs);
    private final MoveCredits moveCredits = new MoveCredits(
            wallets, wallets, new RefundStars(payments, new TakeBackCredits(wallets, wallets), jobs, transactions));
    private final ApplyOrder applyOrder = new ApplyOrder(moveCredits, users, audit, outbox, transactions, clock);
    private final User dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.empty(), Language.RU);
    private final OrderId id = new OrderId(ids.next());

    private Outcome apply(Order order) {
        return applyOrder.apply(id, OLGA, order);
    }

    private Order grant(long amount) {
        return new Order.GrantCredits(dilnara.id(), new Credits(amount), REASON);
    }

    private Order take(long amount) {
        return new Order.TakeCredits(dilnara.id(), new Credits(amount), REASON);
    }

    private Order refund(long receipt, long amount) {
        return new Order.RefundCharge(dilnara.id(), receipt, new Credits(amount), REASON);
    }

    private long free() {
        return wallets.of(dilnara.id()).free().amount();
    }

    private Outcome.Applied applied(long before, long after) {
        return new Outcome.Applied(dilnara, new Credits(before), new Credits(after));
    }

    /** The number of the receipt of a charge. */
    private long charged(long amount) {
        var hold = new Hold(
                new HoldId(ids.next()),
                dilnara.id(),
                new Purpose(Purpose.Kind.TRANSCRIPT, ids.next()),
                new Credits(amount),
                clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        wallets.hold(hold);
        wallets.settle(hold.id(), new Ending.Capture(new Credits(amount)));
        return wallets.of(dilnara.id()).version();
    }

    private Receipt newestReceipt() {
        return wallets.find(dilnara.id(), wallets.of(dilnara.id()).version()).orElseThrow();
    }

    @Test
    void aGrantIsBookedLoggedAndTold() {
        assertThat(apply(grant(50))).isEqualTo(applied(20, 70));

        assertThat(free()).isEqualTo(70);
        assertThat(newestReceipt().note()).isEqualTo("lost recording");
        assertThat(audit.newest(9))
                .containsExactly(new AuditEntry(
                        id,
                        clock.instant(),
                        OLGA,
                        AuditEntry.Act.GRANT,
                        Optional.of(dilnara.id()),
                        new Credits(50),
                        "lost recording",
                        ""));
        assertThat(outbox.posted()).containsExactly(new AdminNotice.CreditsChanged(dilnara.id(), id));
    }

    @Test
    void whatIsTakenHasToBeFree() {
        assertThat(apply(take(21))).isEqualTo(new Refused.TooPoor(new Credits(20)));
        assertThat(audit.newest(9)).isEmpty();
        assertThat(outbox.posted()).isEmpty();

        assertThat(apply(take(20))).isEqualTo(applied(20, 0));
        assertThat(wallets.total(Account.ADMIN)).isEqualTo(20);
        assertThat(audit.find(id).orElseThrow().act()).isEqualTo(AuditEntry.Act.TAKE);
    }

    @Test
    void aChargeIsGivenBackInPartsAndNeverMoreOfIt() {
        var receipt = charged(15);

        assertThat(apply(refund(receipt, 10))).isEqualTo(applied(5, 15));
        assertThat(audit.find(id).orElseThrow().details()).isEqualTo("receipt " + receipt);
        assertThat(applyOrder.apply(new OrderId(ids.next()), OLGA, refund(receipt, 6)))
                .isEqualTo(new Refused.TooMuch(new Credits(5)));
        assertThat(applyOrder.apply(new OrderId(ids.next()), OLGA, refund(receipt, 5)))
                .isEqualTo(applied(15, 20));
        assertThat(Charge.of(wallets.find(dilnara.id(), receipt).orElseThrow())
                        .orElseThrow()
                        .left())
                .isEqualTo(Credits.NONE);
    }

    @Test
    void whatWasNotChargedIsNotGivenBack() {
        wallets.of(dilnara.id());

        assertThat(apply(refund(1, 5))).as("the gift").isEqualTo(new Refused.NoCharge());
        assertThat(apply(refund(99, 5))).as("no receipt").isEqualTo(new Refused.NoCharge());
        assertThat(free()).isEqualTo(20);
    }

    /** Dilnara's, of 30 credits for as many stars. */
    private PaymentId paid() {
        var payment = new StarPayment.Paid(new StarPayment.Heading(
                new PaymentId(ids.next()),
                Optional.of(dilnara.id()),
                new StarCharge("charge", 30),
                new Sold(new Credits(30), Credits.NONE),
                clock.instant(),
                0));
        payments.add(payment);
        wallets.book(dilnara.id(), new Booking.Purchase("charge", new Credits(30)));
        return payment.id();
    }

    private Order starsBack(PaymentId payment) {
        return new Order.RefundStars(dilnara.id(), payment, new Credits(30), REASON);
    }

    @Test
    void starsGoBackAndWhatIsLeftOfTheirCreditsIsTaken() {
        var olga = users.welcome(new ChatId(9), "Olga", Optional.empty(), Language.RU);
        var payment = paid();
        charged(40);

        assertThat(applyOrder.rehearse(id, OLGA, starsBack(payment))).isEqualTo(applied(10, 0));
        assertThat(jobs.line()).isEmpty();
        assertThat(apply(starsBack(payment))).isEqualTo(applied(10, 0));

        assertThat(audit.find(id).orElseThrow().act()).isEqualTo(AuditEntry.Act.REFUND_STARS);
        assertThat(audit.find(id).orElseThrow().amount()).isEqualTo(new Credits(10));
        assertThat(audit.find(id).orElseThrow().details()).isEqualTo("payment " + payment.shortNumber());
        assertThat(payments.find(payment).orElseThrow())
                .isInstanceOfSatisfying(
                        StarPayment.Refunding.class,
                        refunding -> assertThat(refunding.refund().orderedBy()).contains(olga.id()));
        assertThat(jobs.line()).hasSize(1);
        assertThat(outbox.posted())
                .as("the payment tells, once the stars are back")
                .isEmpty();
    }

    @Test
    void starsGoBackOnce() {
        var payment = paid();
        applyOrder.apply(id, new Actor.Operator("root"), starsBack(payment));
        var another = new OrderId(ids.next());

        assertThat(apply(starsBack(payment))).isInstanceOf(Outcome.AppliedAlready.class);
        assertThat(applyOrder.apply(another, OLGA, starsBack(payment))).isEqualTo(new Refused.RefundUnderWay());
        assertThat(applyOrder.apply(another, OLGA, starsBack(new PaymentId(ids.next()))))
                .isEqualTo(new Refused.NoPayment());
        assertThat(audit.newest(9)).hasSize(1);
        assertThat(free()).isEqualTo(20);
    }

    @Test
    void anOrderIsCarriedOutOnceWhateverComesUnderItsId() {
        apply(grant(50));
        var entry = audit.find(id).orElseThrow();

        assertThat(apply(grant(50))).isEqualTo(new Outcome.AppliedAlready(entry));
        assertThat(apply(grant(60))).isEqualTo(new Outcome.AppliedAlready(entry));
        assertThat(apply(take(10))).isEqualTo(new Outcome.AppliedAlready(entry));
        assertThat(free()).isEqualTo(70);
        assertThat(outbox.posted()).hasSize(1);
    }

    @Test
    void aRehearsalAnswersTheSameAndChangesNothing() {
        var receipt = charged(15);
        var before = wallets.of(dilnara.id());

        assertThat(applyOrder.rehearse(id, OLGA, grant(50))).isEqualTo(applied(5, 55));
        assertThat(applyOrder.rehearse(id, OLGA, take(5))).isEqualTo(applied(5, 0));
        assertThat(applyOrder.rehearse(id, OLGA, take(6))).isEqualTo(new Refused.TooPoor(new Credits(5)));
        assertThat(applyOrder.rehearse(id, OLGA, refund(receipt, 15))).isEqualTo(applied(5, 20));

        assertThat(wallets.of(dilnara.id())).isEqualTo(before);
        assertThat(audit.newest(9)).isEmpty();
        assertThat(outbox.posted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_001})
    void anAmountHasItsLimits(long amount) {
        assertThat(apply(grant(amount))).isEqualTo(new Refused.BadAmount());
        assertThat(apply(take(amount))).isEqualTo(new Refused.BadAmount());
        assertThat(apply(grant(1_000_000))).isEqualTo(applied(20, 1_000_020));
    }

    @Test
    void nobodyIsChangedWhoIsNotThere() {
        var stranger = new UserId(UUID.randomUUID());

        assertThat(apply(new Order.GrantCredits(stranger, new Credits(5), REASON)))
                .isEqualTo(new Refused.UnknownPerson());
    }

    @Test
    void withoutItsEntryNothingIsChanged() {
        var forgetful = new ApplyOrder(
                moveCredits,
                users,
                audit,
                _ -> {
                    throw new IllegalStateException("no room");
                },
                transactions,
                clock);

        assertThatThrownBy(() -> forgetful.apply(id, OLGA, grant(50))).hasMessage("no room");
        assertThat(free()).isEqualTo(20);
        assertThat(audit.newest(9)).isEmpty();
    }
}
