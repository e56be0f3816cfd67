package app.aisha.adapters.postgres;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.WalletExamples;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Refund;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Somebody who does anything one can do to a wallet, in any order and often twice. Thread-safe. */
final class LedgerCustomer {

    private static final int MEMORY = 40;
    private static final int LARGEST = 40;

    private final UserId id;
    private final List<Hold> holds = new ArrayList<>();
    private final List<Booking.Purchase> purchases = new ArrayList<>();
    private final List<LedgerOperation> done = new ArrayList<>();

    LedgerCustomer(UserId id) {
        this.id = id;
    }

    UserId id() {
        return id;
    }

    /** What comes into this person's mind. */
    synchronized LedgerOperation next(Random random) {
        var dice = random.nextInt(100);
        if (dice < 15 && !done.isEmpty()) {
            return recent(done, random);
        }
        var operation = dice < 60 && !holds.isEmpty() ? aboutAHold(random) : booking(random);
        done.add(operation);
        return operation;
    }

    /** Remembers a hold that is there. */
    synchronized void knows(Hold hold) {
        holds.add(hold);
    }

    private LedgerOperation aboutAHold(Random random) {
        var hold = recent(holds, random);
        return switch (random.nextInt(5)) {
            case 0, 1 -> new LedgerOperation.End(id, hold.id(), capture(hold, random));
            case 2 -> new LedgerOperation.End(id, hold.id(), new Ending.Release("GONE"));
            case 3 -> new LedgerOperation.GiveBack(id, hold.id(), new Refund(uuid(random), some(random), "sorry"));
            default -> new LedgerOperation.Open(hold(random));
        };
    }

    private static Ending capture(Hold hold, Random random) {
        var all = hold.amount().amount();
        return new Ending.Capture(new Credits(random.nextBoolean() ? all : random.nextLong(1, all + 1)));
    }

    private LedgerOperation booking(Random random) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> new LedgerOperation.Open(hold(random));
            case 3 -> book(new Booking.Grant(uuid(random), some(random), "a present"));
            case 4 -> book(new Booking.Take(uuid(random), some(random), "a mistake"));
            case 5 -> book(purchase(random));
            case 6 -> book(new Booking.Promo(uuid(random), some(random), "SPRING"));
            case 7 -> purchases.isEmpty() ? new LedgerOperation.Look(id) : book(refund(recent(purchases, random)));
            default -> new LedgerOperation.Look(id);
        };
    }

    private LedgerOperation book(Booking booking) {
        return new LedgerOperation.Book(id, booking);
    }

    private Booking purchase(Random random) {
        var purchase = new Booking.Purchase(uuid(random).toString(), some(random));
        purchases.add(purchase);
        return purchase;
    }

    private static Booking refund(Booking.Purchase purchase) {
        return new Booking.StarsRefund(purchase.charge(), purchase.amount(), "asked for");
    }

    private Hold hold(Random random) {
        var purpose = new Purpose(Purpose.Kind.PICTURE, uuid(random));
        return WalletExamples.hold(id, some(random).amount(), uuid(random), purpose);
    }

    private static Credits some(Random random) {
        return new Credits(random.nextLong(1, LARGEST + 1));
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static <T> T recent(List<T> all, Random random) {
        return all.get(all.size() - 1 - random.nextInt(Math.min(MEMORY, all.size())));
    }
}
