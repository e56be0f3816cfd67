package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Gives back a promo code that waits for a person's next package, as if it had never been used. */
public final class DropPromoCode {

    /** What was given back. */
    public sealed interface Outcome {

        record Dropped(PromoCode code) implements Outcome {}

        /** None waits, or a payment took it just now. */
        record NoneWaits() implements Outcome {}
    }

    private final PromoCodes codes;
    private final Redemptions redemptions;
    private final Transactions transactions;

    public DropPromoCode(PromoCodes codes, Redemptions redemptions, Transactions transactions) {
        this.codes = codes;
        this.redemptions = redemptions;
        this.transactions = transactions;
    }

    public Outcome drop(UserId user) {
        return transactions.call(() -> redemptions
                .active(user)
                .flatMap(use -> codes.locked(use.code()).flatMap(code -> dropped(use, code)))
                .<Outcome>map(Outcome.Dropped::new)
                .orElseGet(Outcome.NoneWaits::new));
    }

    private Optional<PromoCode> dropped(Redemption use, PromoCode code) {
        if (!redemptions.end(use.id(), Redemption.State.DROPPED)) {
            return Optional.empty();
        }
        codes.count(code.id(), -1);
        return Optional.of(code);
    }
}
