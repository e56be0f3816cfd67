package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import java.time.InstantSource;
import java.util.Optional;

/** What promo codes do for a person's next package. Thread-safe. */
public final class Promos {

    private final PromoCodes codes;
    private final Redemptions redemptions;
    private final InstantSource clock;

    public Promos(PromoCodes codes, Redemptions redemptions, InstantSource clock) {
        this.codes = codes;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** A code that waits for its person's next package. */
    public record Active(Redemption redemption, PromoCode code) {}

    /** Empty also where the code is over. */
    public Optional<Active> of(UserId user) {
        return redemptions.active(user).flatMap(this::counting);
    }

    /** Whether this use of a code can still make a price. */
    boolean counts(RedemptionId id) {
        return redemptions
                .find(id)
                .filter(redemption -> redemption.state() == Redemption.State.ACTIVE)
                .flatMap(this::counting)
                .isPresent();
    }

    Optional<Active> counting(Redemption redemption) {
        return codes.find(redemption.code())
                .filter(code -> code.isOpenAt(clock.instant()))
                .map(code -> new Active(redemption, code));
    }
}
