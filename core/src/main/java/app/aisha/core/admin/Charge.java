package app.aisha.core.admin;

import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Receipt;
import java.util.Optional;

/**
 * What a piece of work was charged.
 *
 * @param left what can still be given back; may be nothing
 */
public record Charge(HoldId hold, Credits left) {

    /** The charge that the receipt is about; empty where it is about none. */
    public static Optional<Charge> of(Receipt receipt) {
        return receipt.hold().flatMap(Charge::of);
    }

    private static Optional<Charge> of(Hold hold) {
        return switch (hold.state()) {
            case Hold.State.Captured(var charged, var refunded) ->
                Optional.of(new Charge(hold.id(), charged.minus(refunded)));
            case Hold.State.Open _, Hold.State.Voided _ -> Optional.empty();
        };
    }
}
