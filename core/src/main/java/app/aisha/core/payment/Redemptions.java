package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import java.util.Optional;
import java.util.Set;

/** Uses of promo codes. Thread-safe; takes part in the caller's transaction. */
public interface Redemptions {

    /**
     * Adds a use of a code that the caller has to itself. False where it is to be active and the person has another active one;
     * nothing is changed then.
     */
    boolean add(Redemption redemption);

    Optional<Redemption> find(RedemptionId id);

    /** The ordinals of the person's uses of this code, without those dropped. */
    Set<Integer> ordinals(PromoCodeId code, UserId user);

    /** The one that waits for the person's next package, whether its code still counts or not. */
    Optional<Redemption> active(UserId user);

    /** Ends an active one that way. False where it is not active any more; nothing is changed then. */
    boolean end(RedemptionId id, Redemption.State how);
}
