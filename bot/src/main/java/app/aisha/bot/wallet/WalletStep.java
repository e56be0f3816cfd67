package app.aisha.bot.wallet;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;

/** What dialogs about credits wait for. */
public sealed interface WalletStep extends Step {

    /** A promo code. */
    @Wire("wal.code")
    record EnteringPromo() implements WalletStep {}
}
