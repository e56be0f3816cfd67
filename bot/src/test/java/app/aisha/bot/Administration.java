package app.aisha.bot;

import app.aisha.bot.admin.AdminDialog;
import app.aisha.bot.admin.Admins;
import app.aisha.bot.admin.LogScreen;
import app.aisha.bot.admin.OrderDialog;
import app.aisha.bot.admin.OrderWords;
import app.aisha.bot.admin.PaymentScreen;
import app.aisha.bot.admin.PersonScreens;
import app.aisha.bot.admin.PromoDialog;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.ClosePromoCode;
import app.aisha.core.admin.ConfirmOrder;
import app.aisha.core.admin.IssuePromoCode;
import app.aisha.core.admin.MoveCredits;
import app.aisha.core.admin.ProposeOrder;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.admin.WithdrawOrder;
import app.aisha.core.wallet.Prices;
import app.aisha.core.work.DirectTransactions;
import java.util.Set;

/** The dialogs of a desk that are for its administrator. */
final class Administration {

    private final Desk desk;
    private final DirectTransactions transactions;

    Administration(Desk desk, DirectTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
    }

    AdminDialog adminDialog(Prices prices) {
        var moveCredits = new MoveCredits(desk.wallets, desk.wallets, desk.market.refund);
        var applyOrder = new ApplyOrder(moveCredits, desk.users, desk.audit, desk.outbox, transactions, desk.clock);
        var showPerson = new ShowPerson(desk.users, desk.wallets, desk.wallets, desk.transcripts, transactions);
        var persons = new PersonScreens(desk.users, showPerson, desk.wallets, prices);
        var log = new LogScreen(desk.audit, desk.users);
        return new AdminDialog(
                new Admins(Set.of(desk.olga.chat())),
                desk.users,
                persons,
                new PaymentScreen(desk.market.stores.payments(), desk.users),
                new OrderDialog(
                        new ProposeOrder(applyOrder, desk.proposals, desk.ids, desk.clock),
                        new ConfirmOrder(applyOrder, desk.proposals, desk.audit, desk.clock),
                        new WithdrawOrder(desk.proposals, desk.audit, transactions),
                        new OrderWords(showPerson, desk.wallets, desk.market.stores.payments()),
                        persons,
                        log),
                log);
    }

    PromoDialog promoDialog() {
        return new PromoDialog(
                new Admins(Set.of(desk.olga.chat())),
                desk.market.stores.codes(),
                new IssuePromoCode(desk.market.create, desk.audit, transactions, desk.ids, desk.clock),
                new ClosePromoCode(desk.market.end, desk.audit, transactions, desk.ids, desk.clock),
                desk.clock);
    }
}
