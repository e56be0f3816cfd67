package app.aisha.bot.wallet;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words for administrators about what is wrong with the ledger. */
public sealed interface LedgerText extends Text {

    /**
     * Something was found.
     *
     * @param what one of the others
     * @param subject id of what it was found at
     */
    record Found(Text what, String subject, ZonedDateTime since) implements LedgerText {}

    record TransactionUnbalanced() implements LedgerText {}

    record LedgerUnbalanced() implements LedgerText {}

    record WalletDiffers() implements LedgerText {}

    record NumberMissing() implements LedgerText {}

    record FreeAfterDiffers() implements LedgerText {}

    record NegativeBalance() implements LedgerText {}

    record EscrowDiffers() implements LedgerText {}

    record OpeningDiffers() implements LedgerText {}

    record EndingDiffers() implements LedgerText {}

    record RefundsDiffer() implements LedgerText {}

    record HoldOverdue() implements LedgerText {}

    record HoldWithoutWork() implements LedgerText {}

    record HoldWithoutJob() implements LedgerText {}

    record WorkWithoutHold() implements LedgerText {}

    record OutcomeDiffers() implements LedgerText {}
}
