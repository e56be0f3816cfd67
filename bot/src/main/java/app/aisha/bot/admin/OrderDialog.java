package app.aisha.bot.admin;

import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.ApplyOrder;
import app.aisha.core.admin.ApplyOrder.Outcome.Refused;
import app.aisha.core.admin.AuditEntry;
import app.aisha.core.admin.ConfirmOrder;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.ProposeOrder;
import app.aisha.core.admin.WithdrawOrder;
import app.aisha.core.wallet.Credits;

/** From the wish to change somebody's credits over a proposal to the change. */
public final class OrderDialog {

    private final ProposeOrder proposeOrder;
    private final ConfirmOrder confirmOrder;
    private final WithdrawOrder withdrawOrder;
    private final OrderWords orderWords;
    private final PersonScreens persons;
    private final LogScreen log;

    public OrderDialog(
            ProposeOrder proposeOrder,
            ConfirmOrder confirmOrder,
            WithdrawOrder withdrawOrder,
            OrderWords orderWords,
            PersonScreens persons,
            LogScreen log) {
        this.proposeOrder = proposeOrder;
        this.confirmOrder = confirmOrder;
        this.withdrawOrder = withdrawOrder;
        this.orderWords = orderWords;
        this.persons = persons;
        this.log = log;
    }

    /** Asks how much and why. */
    Turn ask(Ordering wish, User admin) {
        return orderWords
                .question(wish)
                .map(words -> asking(words, wish))
                .orElseGet(() -> card(wish.person(), admin).toast(new AdminText.PersonGone()));
    }

    private static Turn asking(Text words, Ordering wish) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), back(wish)))
                .expecting(wish);
    }

    private static Action back(Ordering wish) {
        return switch (wish) {
            case Ordering.Granting _, Ordering.Taking _ -> new AdminAction.OpenPerson(wish.person());
            case Ordering.Refunding _ -> AdminAction.OpenReceipts.first(wish.person());
            case Ordering.RefundingStars _ -> new AdminAction.OpenPayments(wish.person());
        };
    }

    /** Proposes what the words ask for, or asks again. */
    Turn said(String words, Ordering wish, User admin) {
        return switch (orderWords.read(words, wish)) {
            case OrderWords.Reading.Understood(var order) -> propose(order, wish, admin);
            case OrderWords.Reading.Unclear(var why) -> asking(why, wish);
        };
    }

    private Turn propose(Order order, Ordering wish, User admin) {
        return switch (proposeOrder.propose(admin.chat(), order)) {
            case ProposeOrder.Outcome.Proposed(var proposal, var person, var before, var after) ->
                Turn.show(Screen.saying(new AdminText.Proposed(
                                toDo(order, moved(order, before, after), Names.of(person)),
                                Amount.of(before),
                                Amount.of(after),
                                reasonOf(order)))
                        .button(new AdminText.ConfirmButton(), new AdminAction.Confirm(proposal.id()))
                        .button(new AdminText.DropButton(), new AdminAction.Drop(proposal.id())));
            case ProposeOrder.Outcome.Refused(var why) -> asking(refusal(why), wish);
        };
    }

    private static String reasonOf(Order order) {
        return order.reason().words();
    }

    /** Of what was sold for stars only what is left can be taken. */
    private static Text moved(Order order, Credits before, Credits after) {
        return Amount.of(order instanceof Order.RefundStars ? before.minus(after) : order.amount());
    }

    private static Text toDo(Order order, Text amount, Text person) {
        return switch (order) {
            case Order.GrantCredits _ -> new AdminText.ToGrant(amount, person);
            case Order.TakeCredits _ -> new AdminText.ToTake(amount, person);
            case Order.RefundCharge _ -> new AdminText.ToRefund(amount, person);
            case Order.RefundStars _ -> new AdminText.ToRefundStars(amount, person);
        };
    }

    private static Text refusal(Refused refused) {
        return switch (refused) {
            case Refused.BadAmount _ -> OrderWords.badOrder();
            case Refused.UnknownPerson _ -> new AdminText.PersonGone();
            case Refused.TooPoor(var free) -> new AdminText.TooPoor(Amount.of(free));
            case Refused.NoCharge _ -> new AdminText.NoCharge();
            case Refused.TooMuch(var left) -> new AdminText.TooMuch(Amount.of(left));
            case Refused.NoPayment _ -> new AdminText.NoPayment();
            case Refused.RefundUnderWay _ -> new AdminText.RefundUnderWay();
            case Refused.RefundedAlready _ -> new AdminText.RefundedAlready();
        };
    }

    Turn confirm(OrderId id, User admin) {
        return switch (confirmOrder.confirm(id, admin.chat())) {
            case ConfirmOrder.Outcome.Answered(var order, var answer) -> answered(order, answer);
            case ConfirmOrder.Outcome.Outdated _ -> outdated();
        };
    }

    private Turn answered(Order order, ApplyOrder.Outcome answer) {
        return switch (answer) {
            case ApplyOrder.Outcome.Applied(var person, var before, var after) ->
                result(
                                new AdminText.Done(
                                        LogScreen.what(
                                                order.act(),
                                                moved(order, before, after),
                                                Names.of(person),
                                                order.details()),
                                        Amount.of(before),
                                        Amount.of(after),
                                        reasonOf(order)),
                                order.person())
                        .toast(new AdminText.DoneToast());
            case ApplyOrder.Outcome.AppliedAlready(var entry) -> doneBefore(entry, order.person());
            case Refused refused -> result(refusal(refused), order.person());
        };
    }

    private Turn doneBefore(AuditEntry entry, UserId person) {
        return result(new AdminText.DoneBefore(log.what(entry), entry.reason()), person)
                .toast(new AdminText.DoneAlready());
    }

    private static Turn result(Text words, UserId person) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), new AdminAction.OpenPerson(person)));
    }

    Turn drop(OrderId id, User admin) {
        return switch (withdrawOrder.withdraw(id, admin.chat())) {
            case WithdrawOrder.Outcome.Withdrawn(var person) ->
                card(person, admin).toast(new AdminText.Dropped());
            case WithdrawOrder.Outcome.AppliedAlready(var proposal, var entry) ->
                doneBefore(entry, proposal.order().person());
            case WithdrawOrder.Outcome.Unknown _ -> outdated();
        };
    }

    private Turn card(UserId person, User admin) {
        return persons.card(person, admin).map(Turn::show).orElseGet(AdminDialog::home);
    }

    private static Turn outdated() {
        return AdminDialog.home().toast(new AdminText.Outdated());
    }
}
