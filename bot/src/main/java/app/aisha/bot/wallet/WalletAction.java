package app.aisha.bot.wallet;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;

/** Buttons about credits. */
public sealed interface WalletAction extends Action {

    @Wire("wal.topup")
    record TopUp() implements WalletAction {}
}
