package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Refund;
import app.aisha.core.work.SettableClock;
import java.time.Duration;
import java.util.UUID;

/** Holds, bookings and refunds for tests, each under a key of its own. */
public final class WalletExamples {

    private WalletExamples() {}

    public static Hold hold(UserId payer, long amount) {
        return hold(payer, amount, UUID.randomUUID(), new Purpose(Purpose.Kind.PICTURE, UUID.randomUUID()));
    }

    public static Hold hold(UserId payer, long amount, UUID id, Purpose purpose) {
        var deadline = new SettableClock().instant().plus(Duration.ofHours(1));
        return new Hold(new HoldId(id), payer, purpose, new Credits(amount), deadline, new Hold.State.Open());
    }

    public static Booking.Grant grant(long amount) {
        return new Booking.Grant(UUID.randomUUID(), new Credits(amount), "for testing");
    }

    public static Booking.Take take(long amount) {
        return new Booking.Take(UUID.randomUUID(), new Credits(amount), "a mistake");
    }

    public static Booking.Purchase purchase(long amount) {
        return new Booking.Purchase(UUID.randomUUID().toString(), new Credits(amount));
    }

    public static Refund refund(long amount) {
        return new Refund(UUID.randomUUID(), new Credits(amount), "sorry");
    }

    public static Balance balance(long free, long held, long version) {
        return new Balance(new Credits(free), new Credits(held), version);
    }
}
