package app.aisha.bot;

import app.aisha.bot.privacy.Elsewheres;
import app.aisha.bot.privacy.PrivacyDialog;
import app.aisha.bot.privacy.PrivacyScreens;
import app.aisha.bot.screen.Texts;
import app.aisha.core.payment.InMemoryStarPayments;
import app.aisha.core.privacy.AskForExport;
import app.aisha.core.privacy.DeleteAccount;
import app.aisha.core.privacy.InMemoryErasures;
import app.aisha.core.privacy.InMemoryExports;
import app.aisha.core.privacy.InMemoryRecords;
import app.aisha.core.work.DirectTransactions;
import java.util.Optional;

/**
 * The dialog of a desk on what is kept. Nobody has records here unless a test says so, so that whoever taps everything stays.
 */
public final class PrivacyRoom {

    public final InMemoryExports exports = new InMemoryExports();
    public final InMemoryErasures erasures = new InMemoryErasures();
    public final InMemoryRecords records;
    private final PrivacyDialog dialog;

    PrivacyRoom(Desk desk, InMemoryStarPayments payments) {
        records = new InMemoryRecords(desk.users::remove);
        var transactions =
                new DirectTransactions(exports, erasures, records, payments, desk.users, desk.wallets, desk.jobs);
        var work = new DeleteAccount.Work(desk.jobs, transactions, desk.ids, desk.clock);
        var elsewheres = new Elsewheres(
                Optional.of("speech.example"), Optional.of("words.example"), Optional.of("pictures.example"));
        dialog = new PrivacyDialog(
                new DeleteAccount(desk.users, desk.wallets, payments, records, erasures, work),
                new AskForExport(exports, desk.jobs, transactions, desk.ids, desk.clock),
                new PrivacyScreens(elsewheres, new Texts()),
                desk.clock);
    }

    PrivacyDialog dialog() {
        return dialog;
    }
}
