package app.aisha.core.wallet;

import static app.aisha.core.wallet.WalletExamples.balance;
import static app.aisha.core.wallet.WalletExamples.grant;
import static app.aisha.core.wallet.WalletExamples.hold;
import static app.aisha.core.wallet.WalletExamples.purchase;
import static app.aisha.core.wallet.WalletExamples.take;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Booked;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place that keeps wallets promises about gifts and bookings. */
public interface BookingsContract {

    Credits GIFT = new Credits(100);

    /** The wallets under test, where newcomers get {@link #GIFT}; others may be among them. */
    Wallets wallets();

    /** Wallets where newcomers get nothing. */
    Wallets giftless();

    /** Somebody who has no wallet yet. */
    UserId someone();

    @Test
    default void aNewcomerHasTheGift() {
        var owner = someone();

        assertThat(wallets().of(owner)).isEqualTo(balance(100, 0, 1));
        assertThat(wallets().of(owner)).isEqualTo(balance(100, 0, 1));
    }

    @Test
    default void whereNothingIsGivenANewcomerHasNothing() {
        assertThat(giftless().of(someone())).isEqualTo(Balance.EMPTY);
    }

    /** Each is worth 40 credits. */
    static List<Booking> additions() {
        var amount = new Credits(40);
        return List.of(
                purchase(40),
                grant(40),
                new Booking.Bonus(UUID.randomUUID().toString(), amount, "SPRING"),
                new Booking.Promo(UUID.randomUUID(), amount, "SPRING"));
    }

    @ParameterizedTest
    @MethodSource("app.aisha.core.wallet.BookingsContract#additions")
    default void whatIsGivenOrBoughtIsThereAndOnce(Booking booking) {
        var owner = someone();

        assertThat(wallets().book(owner, booking)).isEqualTo(new Booked.Done(balance(140, 0, 2)));
        assertThat(wallets().book(owner, booking)).isEqualTo(new Booked.KnownAlready(balance(140, 0, 2)));
    }

    @Test
    default void aKeyIsBookedOnceForWhomeverItIs() {
        var booking = purchase(40);
        wallets().book(someone(), booking);

        assertThat(wallets().book(someone(), booking)).isEqualTo(new Booked.KnownAlready(balance(100, 0, 1)));
    }

    @Test
    default void onlyWhatIsFreeIsTaken() {
        var hold = hold(someone(), 30);
        wallets().hold(hold);
        var take = take(70);

        assertThat(wallets().book(hold.payer(), take(71))).isEqualTo(new Booked.TooPoor(balance(70, 30, 2)));
        assertThat(wallets().book(hold.payer(), take)).isEqualTo(new Booked.Done(balance(0, 30, 3)));
        assertThat(wallets().book(hold.payer(), take)).isEqualTo(new Booked.KnownAlready(balance(0, 30, 3)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 40, 100})
    default void starsGoBackHoweverMuchWasSpent(long spent) {
        var owner = someone();
        var purchase = purchase(40);
        wallets().book(owner, take(100));
        wallets().book(owner, purchase);
        wallets().book(owner, grant(60));
        if (spent > 0) {
            wallets().hold(hold(owner, spent));
        }
        var before = wallets().of(owner);
        var back = new Booking.StarsRefund(purchase.charge(), purchase.amount(), "asked for");

        var after = balance(Math.max(0, 60 - spent), before.held().amount(), before.version() + 1);
        assertThat(wallets().book(owner, back)).isEqualTo(new Booked.Done(after));
        assertThat(wallets().book(owner, back)).isEqualTo(new Booked.KnownAlready(after));
    }
}
