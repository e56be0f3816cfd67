package app.aisha.app.observe;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Wallets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts credits once what moved them is committed. Thread-safe. */
public final class WatchedWallets implements Wallets {

    private final Wallets wallets;
    private final MeterRegistry meters;
    private final Consumer<Runnable> afterCommit;

    /**
     * Counts in these meters.
     *
     * @param afterCommit runs something once the transaction of the caller committed
     */
    public WatchedWallets(Wallets wallets, MeterRegistry meters, Consumer<Runnable> afterCommit) {
        this.wallets = wallets;
        this.meters = meters;
        this.afterCommit = afterCommit;
        for (var kind : Purpose.Kind.values()) {
            for (var way : Way.values()) {
                counter(way, kind);
            }
        }
        bookings(Receipt.Kind.PURCHASE);
    }

    private enum Way {
        HELD,
        CHARGED,
        RETURNED,
        REFUNDED
    }

    private Counter counter(Way way, Purpose.Kind kind) {
        return Counter.builder("aisha.credits." + Calls.name(way))
                .description("Credits by what they were for")
                .tag("kind", Calls.name(kind))
                .register(meters);
    }

    private Counter bookings(Receipt.Kind kind) {
        return Counter.builder("aisha.credits.bookings")
                .description("Bookings that are not for a piece of work")
                .tag("kind", Calls.name(kind))
                .register(meters);
    }

    private void count(Way way, Purpose.Kind kind, Credits credits) {
        afterCommit.accept(() -> counter(way, kind).increment((double) credits.amount()));
    }

    @Override
    public Balance of(UserId owner) {
        return wallets.of(owner);
    }

    @Override
    public Holding hold(Hold hold) {
        var holding = wallets.hold(hold);
        if (holding instanceof Holding.Held) {
            count(Way.HELD, hold.purpose().kind(), hold.amount());
        }
        return holding;
    }

    @Override
    public Settlement settle(HoldId hold, Ending ending) {
        var settlement = wallets.settle(hold, ending);
        if (settlement instanceof Settlement.Settled) {
            wallets.find(hold).ifPresent(ended -> settled(ended, ending));
        }
        return settlement;
    }

    private void settled(Hold hold, Ending ending) {
        var kind = hold.purpose().kind();
        switch (ending) {
            case Ending.Capture(var charged) -> {
                count(Way.CHARGED, kind, charged);
                count(Way.RETURNED, kind, hold.amount().minus(charged));
            }
            case Ending.Release _ -> count(Way.RETURNED, kind, hold.amount());
        }
    }

    @Override
    public Refunding refund(HoldId hold, Refund refund) {
        var refunding = wallets.refund(hold, refund);
        if (refunding instanceof Refunding.Refunded) {
            wallets.find(hold)
                    .ifPresent(found -> count(Way.REFUNDED, found.purpose().kind(), refund.amount()));
        }
        return refunding;
    }

    @Override
    public Booked book(UserId owner, Booking booking) {
        var booked = wallets.book(owner, booking);
        if (booked instanceof Booked.Done) {
            var counter = bookings(booking.kind());
            afterCommit.accept(counter::increment);
        }
        return booked;
    }

    @Override
    public Optional<Hold> find(HoldId hold) {
        return wallets.find(hold);
    }

    @Override
    public Optional<Balance> lock(UserId owner) {
        return wallets.lock(owner);
    }

    /** Only that something was forfeited is counted, not what its holds gave back. */
    @Override
    public Balance close(UserId owner, String reason) {
        var before = wallets.lock(owner).orElse(Balance.EMPTY);
        var closed = wallets.close(owner, reason);
        if (!before.free().isNone() || !before.held().isNone()) {
            var counter = bookings(Receipt.Kind.FORFEIT);
            afterCommit.accept(counter::increment);
        }
        return closed;
    }
}
