package app.aisha.bot.wallet;

import app.aisha.bot.screen.Text;
import app.aisha.core.wallet.Credits;

/** Words about credits. */
public sealed interface WalletText extends Text {

    /** An amount with its unit. */
    record Amount(long credits) implements WalletText {

        public static Amount of(Credits credits) {
            return new Amount(credits.amount());
        }
    }

    record TopUpButton() implements WalletText {}
}
