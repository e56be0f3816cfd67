package app.aisha.core.payment;

import app.aisha.core.work.TimeOrderedIds;
import java.util.Optional;

/** Makes a promo code, by order of an admin. */
public final class CreatePromoCode {

    /** What became of the order. */
    public sealed interface Outcome {

        record Created(PromoCode code) implements Outcome {}

        /** Not 3 to 40 letters, digits and dashes. */
        record Malformed() implements Outcome {}

        /** There is, or was, a code of this word. */
        record Taken() implements Outcome {}
    }

    private final PromoCodes codes;
    private final TimeOrderedIds ids;

    public CreatePromoCode(PromoCodes codes, TimeOrderedIds ids) {
        this.codes = codes;
        this.ids = ids;
    }

    public Outcome create(String words, PromoCode.Benefit benefit, PromoCode.Limits limits, PromoCode.Window window) {
        var spelled = PromoCode.normalised(words);
        if (spelled.isEmpty()) {
            return new Outcome.Malformed();
        }
        var code =
                new PromoCode(new PromoCodeId(ids.next()), spelled.get(), benefit, limits, window, Optional.empty(), 0);
        return codes.add(code) ? new Outcome.Created(code) : new Outcome.Taken();
    }
}
