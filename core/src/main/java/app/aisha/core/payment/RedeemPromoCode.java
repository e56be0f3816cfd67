package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

/**
 * Uses a promo code: one for the balance is credited at once, the others wait for the person's next package. A use counts
 * against the limits of its code from this moment on.
 */
public final class RedeemPromoCode {

    /** What the code was good for. */
    public sealed interface Outcome {

        record Credited(Credits credits, Balance balance) implements Outcome {}

        /** The packages cost less or hold more now. */
        record Applied(PromoCode code) implements Outcome {}

        record Unknown() implements Outcome {}

        record NotYet(Instant from) implements Outcome {}

        record Over() implements Outcome {}

        /** Others were faster. */
        record UsedUp() implements Outcome {}

        record UsedByYou() implements Outcome {}

        /** Another code waits for the next package; there can be one only. */
        record AnotherWaits(PromoCode code) implements Outcome {}
    }

    private final PromoCodes codes;
    private final Redemptions redemptions;
    private final Promos promos;
    private final Wallets wallets;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public RedeemPromoCode(
            PromoCodes codes,
            Redemptions redemptions,
            Promos promos,
            Wallets wallets,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.codes = codes;
        this.redemptions = redemptions;
        this.promos = promos;
        this.wallets = wallets;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Uses the code.
     *
     * @param words as typed
     */
    public Outcome redeem(UserId user, String words) {
        return transactions.call(() -> codes.find(words)
                .flatMap(code -> codes.locked(code.id()))
                .map(code -> redeem(user, code))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome redeem(UserId user, PromoCode code) {
        var now = clock.instant();
        if (code.isOverAt(now)) {
            return new Outcome.Over();
        }
        if (!code.isOpenAt(now)) {
            return new Outcome.NotYet(code.window().from());
        }
        var used = redemptions.ordinals(code.id(), user);
        var ordinal = IntStream.rangeClosed(1, code.limits().perPerson())
                .filter(number -> !used.contains(number))
                .findFirst();
        if (ordinal.isEmpty()) {
            return new Outcome.UsedByYou();
        }
        return code.isUsedUp() ? new Outcome.UsedUp() : use(user, code, ordinal.getAsInt());
    }

    private Outcome use(UserId user, PromoCode code, int ordinal) {
        return switch (code.benefit()) {
            case PromoCode.Benefit.Balance(var credits) -> {
                var use = use(user, code, ordinal, Redemption.State.CREDITED);
                redemptions.add(use);
                codes.count(code.id(), 1);
                var booked = wallets.book(user, new Booking.Promo(use.id().value(), credits, code.code()));
                yield new Outcome.Credited(credits, booked.balance());
            }
            case PromoCode.Benefit.Bonus _, PromoCode.Benefit.Discount _ -> activate(user, code, ordinal);
        };
    }

    private Outcome activate(UserId user, PromoCode code, int ordinal) {
        var waiting = redemptions.active(user);
        var counting = waiting.flatMap(promos::counting);
        if (counting.isPresent()) {
            return new Outcome.AnotherWaits(counting.get().code());
        }
        waiting.ifPresent(over -> redemptions.end(over.id(), Redemption.State.LAPSED));
        if (redemptions.add(use(user, code, ordinal, Redemption.State.ACTIVE))) {
            codes.count(code.id(), 1);
            return new Outcome.Applied(code);
        }
        return new Outcome.AnotherWaits(promos.of(user).map(Promos.Active::code).orElse(code));
    }

    private Redemption use(UserId user, PromoCode code, int ordinal, Redemption.State state) {
        return new Redemption(new RedemptionId(ids.next()), code.id(), user, ordinal, state, clock.instant());
    }
}
