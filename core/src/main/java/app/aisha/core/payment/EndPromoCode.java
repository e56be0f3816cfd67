package app.aisha.core.payment;

import java.time.InstantSource;

/**
 * Ends a promo code, by order of an admin: nobody can use it any more, and where it waits for somebody's next package it is
 * over too.
 */
public final class EndPromoCode {

    /** What became of the order. */
    public sealed interface Outcome {

        record Ended(PromoCode code) implements Outcome {}

        record EndedAlready(PromoCode code) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final PromoCodes codes;
    private final InstantSource clock;

    public EndPromoCode(PromoCodes codes, InstantSource clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Ends it.
     *
     * @param words the code in any case
     */
    public Outcome end(String words) {
        return codes.find(words)
                .<Outcome>map(code -> codes.end(code.id(), clock.instant())
                        ? new Outcome.Ended(codes.find(code.id()).orElse(code))
                        : new Outcome.EndedAlready(code))
                .orElseGet(Outcome.Unknown::new);
    }
}
