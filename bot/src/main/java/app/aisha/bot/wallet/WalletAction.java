package app.aisha.bot.wallet;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;

/** Buttons about credits. */
public sealed interface WalletAction extends Action {

    @Wire("wal.topup")
    record TopUp() implements WalletAction {}

    /**
     * Asks for the invoice of a package.
     *
     * @param stars price without any promo code
     */
    @Wire("wal.buy")
    record Buy(long credits, int stars) implements WalletAction {}

    @Wire("wal.promo")
    record EnterPromo() implements WalletAction {}

    @Wire("wal.nopromo")
    record DropPromo() implements WalletAction {}
}
