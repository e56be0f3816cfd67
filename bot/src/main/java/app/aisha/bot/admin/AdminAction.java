package app.aisha.bot.admin;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.OrderId;
import app.aisha.core.payment.PaymentId;

/** Buttons of administrators. Anybody can forge them, so who tapped is asked each time. */
public sealed interface AdminAction extends Action {

    @Wire("adm")
    record OpenAdmin() implements AdminAction {}

    @Wire("adm.search")
    record Search() implements AdminAction {}

    @Wire("adm.person")
    record OpenPerson(UserId person) implements AdminAction {}

    @Wire("adm.grant")
    record Grant(UserId person) implements AdminAction {}

    @Wire("adm.take")
    record Take(UserId person) implements AdminAction {}

    /**
     * Opens a page of a person's receipts.
     *
     * @param from number of the newest to show; 0 for the first page
     */
    @Wire("adm.receipts")
    record OpenReceipts(UserId person, long from) implements AdminAction {

        static OpenReceipts first(UserId person) {
            return new OpenReceipts(person, 0);
        }
    }

    @Wire("adm.refund")
    record Refund(UserId person, long receipt) implements AdminAction {}

    @Wire("adm.payments")
    record OpenPayments(UserId person) implements AdminAction {}

    @Wire("adm.stars")
    record RefundStars(UserId person, PaymentId payment) implements AdminAction {}

    /** Carries out what was proposed under this id. */
    @Wire("adm.confirm")
    record Confirm(OrderId order) implements AdminAction {}

    /** Drops what was proposed under this id. */
    @Wire("adm.drop")
    record Drop(OrderId order) implements AdminAction {}

    @Wire("adm.log")
    record OpenLog() implements AdminAction {}
}
