package app.aisha.core.wallet;

import static app.aisha.core.wallet.WalletExamples.balance;
import static app.aisha.core.wallet.WalletExamples.grant;
import static app.aisha.core.wallet.WalletExamples.hold;
import static app.aisha.core.wallet.WalletExamples.purchase;
import static app.aisha.core.wallet.WalletExamples.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Booked;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.wallet.Wallets.Refunding;
import app.aisha.core.wallet.Wallets.Settlement;
import app.aisha.core.work.Transactions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place that keeps wallets promises. */
public interface WalletsContract {

    /** The wallets under test, where newcomers get 100 credits; others may be among them. */
    Wallets wallets();

    Transactions transactions();

    /** Somebody who has no wallet yet. */
    UserId someone();

    @Test
    default void theGiftIsGivenOnceHoweverManyTouchTheWalletAtOnce() throws Exception {
        var owner = someone();
        Callable<Balance> look = () -> wallets().of(owner);
        Callable<Balance> book = () -> wallets().book(owner, grant(1)).balance();
        Callable<Balance> spend = () -> wallets().hold(hold(owner, 1)).balance();

        atOnce(Stream.of(look, book, spend, look, book, spend, look, book, spend)
                .toList());

        assertThat(wallets().of(owner)).isEqualTo(balance(100, 3, 7));
    }

    @Test
    default void aHoldIsSetAside() {
        var hold = hold(someone(), 30);

        assertThat(wallets().hold(hold)).isEqualTo(new Holding.Held(balance(70, 30, 2)));

        assertThat(wallets().find(hold.id())).contains(hold);
        assertThat(wallets().of(hold.payer())).isEqualTo(balance(70, 30, 2));
    }

    @Test
    default void allOfItCanBeHeldAndNotOneMore() {
        var owner = someone();
        var tooMuch = hold(owner, 101);

        assertThat(wallets().hold(tooMuch)).isEqualTo(new Holding.TooPoor(balance(100, 0, 1)));
        assertThat(wallets().find(tooMuch.id())).isEmpty();
        assertThat(wallets().hold(hold(owner, 100))).isEqualTo(new Holding.Held(balance(0, 100, 2)));
        assertThat(wallets().hold(hold(owner, 1))).isEqualTo(new Holding.TooPoor(balance(0, 100, 2)));
    }

    @Test
    default void whoWasTooPoorHoldsTheSameOnceTheyCanAffordIt() {
        var hold = hold(someone(), 101);
        wallets().hold(hold);
        wallets().book(hold.payer(), grant(1));

        assertThat(wallets().hold(hold)).isEqualTo(new Holding.Held(balance(0, 101, 3)));
    }

    @ParameterizedTest
    @ValueSource(longs = {30, 100})
    default void aHoldIsHeldOnceEvenAfterItsEnd(long amount) {
        var hold = hold(someone(), amount);
        wallets().hold(hold);

        assertThat(wallets().hold(hold)).isEqualTo(new Holding.KnownAlready(balance(100 - amount, amount, 2)));

        wallets().settle(hold.id(), new Ending.Capture(hold.amount()));
        assertThat(wallets().hold(hold)).isEqualTo(new Holding.KnownAlready(balance(100 - amount, 0, 3)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 30})
    default void whatIsChargedIsGoneAndTheRestComesBack(long charged) {
        var hold = held(30);

        assertThat(wallets().settle(hold.id(), new Ending.Capture(new Credits(charged))))
                .isEqualTo(new Settlement.Settled(balance(100 - charged, 0, 3)));
        assertThat(stateOf(hold)).isEqualTo(new Hold.State.Captured(new Credits(charged), Credits.NONE));
    }

    @Test
    default void whatIsReleasedComesBackWhole() {
        var hold = held(30);

        assertThat(wallets().settle(hold.id(), new Ending.Release("GONE")))
                .isEqualTo(new Settlement.Settled(balance(100, 0, 3)));
        assertThat(stateOf(hold)).isEqualTo(new Hold.State.Voided("GONE"));
    }

    static List<Ending> endings() {
        return List.of(new Ending.Capture(new Credits(7)), new Ending.Release("GONE"));
    }

    @ParameterizedTest
    @MethodSource("app.aisha.core.wallet.WalletsContract#endings")
    default void aHoldEndsOnce(Ending ending) {
        var hold = held(30);
        var settled = wallets().settle(hold.id(), ending);
        var state = stateOf(hold);

        for (var again : endings()) {
            assertThat(wallets().settle(hold.id(), again)).isEqualTo(new Settlement.EndedAlready(settled.balance()));
        }
        assertThat(stateOf(hold)).isEqualTo(state);
    }

    @Test
    default void endingAHoldTouchesNoOther() {
        var one = held(30);
        var other = hold(one.payer(), 20);
        wallets().hold(other);

        wallets().settle(one.id(), new Ending.Capture(new Credits(30)));

        assertThat(stateOf(other)).isEqualTo(new Hold.State.Open());
        assertThat(wallets().of(one.payer())).isEqualTo(balance(50, 20, 4));
    }

    @Test
    default void nothingAndMoreThanIsHeldCannotBeCharged() {
        var hold = held(30);

        assertThatThrownBy(() -> new Ending.Capture(Credits.NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> wallets().settle(hold.id(), new Ending.Capture(new Credits(31))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(wallets().find(hold.id())).contains(hold);
        assertThat(wallets().of(hold.payer())).isEqualTo(balance(70, 30, 2));
    }

    @Test
    default void aChargeIsGivenBackInPartsUntilNothingIsLeft() {
        var hold = captured(30, 20);

        assertThat(wallets().refund(hold.id(), refund(5))).isEqualTo(new Refunding.Refunded(balance(85, 0, 4)));
        assertThat(wallets().refund(hold.id(), refund(16))).isEqualTo(new Refunding.TooMuch(new Credits(15)));
        assertThat(wallets().refund(hold.id(), refund(15))).isEqualTo(new Refunding.Refunded(balance(100, 0, 5)));
        assertThat(wallets().refund(hold.id(), refund(1))).isEqualTo(new Refunding.TooMuch(Credits.NONE));
        assertThat(stateOf(hold)).isEqualTo(new Hold.State.Captured(new Credits(20), new Credits(20)));
    }

    @Test
    default void anOrderGivesBackOnce() {
        var hold = captured(30, 20);
        var refund = refund(5);
        wallets().refund(hold.id(), refund);

        assertThat(wallets().refund(hold.id(), refund)).isEqualTo(new Refunding.KnownAlready(balance(85, 0, 4)));
        assertThat(stateOf(hold)).isEqualTo(new Hold.State.Captured(new Credits(20), new Credits(5)));
    }

    @Test
    default void whatWasNotChargedIsNotGivenBack() {
        var open = held(30);
        var voided = held(30);
        wallets().settle(voided.id(), new Ending.Release("GONE"));

        for (var hold : List.of(open, voided)) {
            assertThat(wallets().refund(hold.id(), refund(1))).isEqualTo(new Refunding.TooMuch(Credits.NONE));
        }
        assertThat(stateOf(open)).isEqualTo(new Hold.State.Open());
    }

    @Test
    default void anUnknownHoldIsAnError() {
        var unknown = hold(someone(), 1).id();

        assertThat(wallets().find(unknown)).isEmpty();
        assertThatThrownBy(() -> wallets().settle(unknown, new Ending.Release("GONE")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> wallets().refund(unknown, refund(1))).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void whatACallerTakesBackNeverHappened() {
        var captured = captured(30, 20);
        var owner = captured.payer();
        var open = hold(owner, 10);
        wallets().hold(open);
        var hold = hold(owner, 5);
        var refund = refund(20);
        var grant = grant(9);
        var before = wallets().of(owner);

        assertThatThrownBy(() -> transactions().run(() -> {
                    wallets().hold(hold);
                    wallets().settle(open.id(), new Ending.Capture(new Credits(10)));
                    wallets().refund(captured.id(), refund);
                    wallets().book(owner, grant);
                    assertThat(wallets().of(owner)).isEqualTo(balance(94, 5, before.version() + 4));
                    throw new UnsupportedOperationException();
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(wallets().of(owner)).isEqualTo(before);
        assertThat(wallets().find(hold.id())).isEmpty();
        assertThat(stateOf(open)).isEqualTo(new Hold.State.Open());
        assertThat(wallets().hold(hold)).isInstanceOf(Holding.Held.class);
        assertThat(wallets().refund(captured.id(), refund)).isInstanceOf(Refunding.Refunded.class);
        assertThat(wallets().book(owner, grant)).isInstanceOf(Booked.Done.class);
    }

    @Test
    default void ofManySpendsAtOnceAsManySucceedAsCanBePaid() throws Exception {
        var owner = someone();

        var outcomes =
                atOnce(Stream.<Callable<Holding>>generate(() -> () -> wallets().hold(hold(owner, 30)))
                        .limit(12)
                        .toList());

        assertThat(outcomes.stream().filter(Holding.Held.class::isInstance)).hasSize(3);
        assertThat(wallets().of(owner)).isEqualTo(balance(10, 90, 4));
    }

    @Test
    default void whatComesTwiceAtOnceHappensOnce() throws Exception {
        var hold = captured(30, 20);
        var open = hold(hold.payer(), 10);
        wallets().hold(open);
        var purchase = purchase(40);
        var refund = refund(20);
        Function<Object, Callable<Object>> twin = what -> switch (what) {
            case Booking booking -> () -> wallets().book(hold.payer(), booking);
            case Wallets.Refund order -> () -> wallets().refund(hold.id(), order);
            default -> () -> wallets().settle(open.id(), new Ending.Capture(new Credits(10)));
        };

        atOnce(Stream.of(purchase, refund, open, purchase, refund, open, purchase, refund, open)
                .map(twin)
                .toList());

        assertThat(wallets().of(hold.payer())).isEqualTo(balance(130, 0, 7));
    }

    private Hold held(long amount) {
        var hold = hold(someone(), amount);
        assertThat(wallets().hold(hold)).isInstanceOf(Holding.Held.class);
        return hold;
    }

    private Hold captured(long amount, long charged) {
        var hold = held(amount);
        wallets().settle(hold.id(), new Ending.Capture(new Credits(charged)));
        return hold;
    }

    private Hold.State stateOf(Hold hold) {
        return wallets().find(hold.id()).orElseThrow().state();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(work).stream().map(Future::resultNow).toList();
        }
    }
}
