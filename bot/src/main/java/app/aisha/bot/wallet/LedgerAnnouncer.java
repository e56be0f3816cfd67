package app.aisha.bot.wallet;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.LedgerFindings;
import app.aisha.core.wallet.LedgerFindings.Known;
import app.aisha.core.wallet.LedgerNotice;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Tells administrators what is wrong with the ledger. */
public final class LedgerAnnouncer implements Announcer {

    private final LedgerFindings findings;

    public LedgerAnnouncer(LedgerFindings findings) {
        this.findings = findings;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof LedgerNotice.Found found
                ? findings.find(found.finding()).map(known -> Screen.saying(words(known, user)))
                : Optional.empty();
    }

    private static LedgerText words(Known known, User user) {
        var finding = known.finding();
        return new LedgerText.Found(
                what(finding.kind()), finding.subject(), known.firstSeen().atZone(user.zone()));
    }

    private static LedgerText what(Finding.Kind kind) {
        return switch (kind) {
            case TRANSACTION_UNBALANCED -> new LedgerText.TransactionUnbalanced();
            case LEDGER_UNBALANCED -> new LedgerText.LedgerUnbalanced();
            case WALLET_DIFFERS -> new LedgerText.WalletDiffers();
            case NUMBER_MISSING -> new LedgerText.NumberMissing();
            case FREE_AFTER_DIFFERS -> new LedgerText.FreeAfterDiffers();
            case NEGATIVE_BALANCE -> new LedgerText.NegativeBalance();
            case ESCROW_DIFFERS -> new LedgerText.EscrowDiffers();
            case OPENING_DIFFERS -> new LedgerText.OpeningDiffers();
            case ENDING_DIFFERS -> new LedgerText.EndingDiffers();
            case REFUNDS_DIFFER -> new LedgerText.RefundsDiffer();
            case HOLD_OVERDUE -> new LedgerText.HoldOverdue();
            case HOLD_WITHOUT_WORK -> new LedgerText.HoldWithoutWork();
            case HOLD_WITHOUT_JOB -> new LedgerText.HoldWithoutJob();
            case WORK_WITHOUT_HOLD -> new LedgerText.WorkWithoutHold();
            case OUTCOME_DIFFERS -> new LedgerText.OutcomeDiffers();
        };
    }
}
