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
import app.aisha.core.admin.Charge;
import app.aisha.core.admin.ConfirmOrder;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.ProposeOrder;
import app.aisha.core.admin.Reason;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.admin.WithdrawOrder;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the wish to change somebody's credits over a proposal to the change. */
public final class OrderDialog {

    /** A number, or all, and then why. */
    private static final Pattern ORDER = Pattern.compile(
            "\\s*(\\d{1,7}|all|всё|все)\\s+(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final ProposeOrder proposeOrder;
    private final ConfirmOrder confirmOrder;
    private final WithdrawOrder withdrawOrder;
    private final ShowPerson showPerson;
    private final Receipts receipts;
    private final PersonScreens persons;
    private final LogScreen log;

    public OrderDialog(
            ProposeOrder proposeOrder,
            ConfirmOrder confirmOrder,
            WithdrawOrder withdrawOrder,
            ShowPerson showPerson,
            Receipts receipts,
            PersonScreens persons,
            LogScreen log) {
        this.proposeOrder = proposeOrder;
        this.confirmOrder = confirmOrder;
        this.withdrawOrder = withdrawOrder;
        this.showPerson = showPerson;
        this.receipts = receipts;
        this.persons = persons;
        this.log = log;
    }

    /** Asks how much and why. */
    Turn ask(Ordering wish, User admin) {
        return question(wish)
                .map(words -> asking(words, wish))
                .orElseGet(() -> card(wish.person(), admin).toast(new AdminText.PersonGone()));
    }

    private Optional<Text> question(Ordering wish) {
        return switch (wish) {
            case Ordering.Granting(var id) ->
                portrait(id)
                        .map(it -> new AdminText.AskGrant(Names.of(it.person().user()), free(it)));
            case Ordering.Taking(var id) ->
                portrait(id)
                        .map(it -> new AdminText.AskTake(Names.of(it.person().user()), free(it)));
            case Ordering.Refunding refunding ->
                charge(refunding)
                        .map(charge ->
                                new AdminText.AskRefund(Long.toString(refunding.receipt()), Amount.of(charge.left())));
        };
    }

    private Optional<ShowPerson.Portrait> portrait(UserId person) {
        return showPerson.show(person, 1);
    }

    private static Text free(ShowPerson.Portrait portrait) {
        return Amount.of(portrait.balance().free());
    }

    private Optional<Charge> charge(Ordering.Refunding refunding) {
        return receipts.find(refunding.person(), refunding.receipt()).flatMap(Charge::of);
    }

    private static Turn asking(Text words, Ordering wish) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), back(wish)))
                .expecting(wish);
    }

    private static Action back(Ordering wish) {
        return switch (wish) {
            case Ordering.Granting _, Ordering.Taking _ -> new AdminAction.OpenPerson(wish.person());
            case Ordering.Refunding _ -> AdminAction.OpenReceipts.first(wish.person());
        };
    }

    /** Proposes what the words ask for, or asks again. */
    Turn said(String words, Ordering wish, User admin) {
        var match = ORDER.matcher(words);
        var amount = match.matches() ? amount(match.group(1), wish) : Optional.<Credits>empty();
        if (amount.isEmpty()) {
            return asking(badOrder(), wish);
        }
        return Reason.of(match.group(2))
                .map(reason -> propose(order(wish, amount.get(), reason), wish, admin))
                .orElseGet(() -> asking(new AdminText.BadReason(Reason.SHORTEST, Reason.LONGEST), wish));
    }

    private static Text badOrder() {
        return new AdminText.BadOrder(Long.toString(Order.MOST.amount()));
    }

    private Optional<Credits> amount(String words, Ordering wish) {
        if (Character.isDigit(words.charAt(0))) {
            return Optional.of(new Credits(Long.parseLong(words)));
        }
        return wish instanceof Ordering.Refunding refunding ? charge(refunding).map(Charge::left) : Optional.empty();
    }

    private static Order order(Ordering wish, Credits amount, Reason reason) {
        return switch (wish) {
            case Ordering.Granting(var person) -> new Order.GrantCredits(person, amount, reason);
            case Ordering.Taking(var person) -> new Order.TakeCredits(person, amount, reason);
            case Ordering.Refunding(var person, var receipt) -> new Order.RefundCharge(person, receipt, amount, reason);
        };
    }

    private Turn propose(Order order, Ordering wish, User admin) {
        return switch (proposeOrder.propose(admin.chat(), order)) {
            case ProposeOrder.Outcome.Proposed(var proposal, var person, var before, var after) ->
                Turn.show(Screen.saying(new AdminText.Proposed(
                                toDo(order, person), Amount.of(before), Amount.of(after), reasonOf(order)))
                        .button(new AdminText.ConfirmButton(), new AdminAction.Confirm(proposal.id()))
                        .button(new AdminText.DropButton(), new AdminAction.Drop(proposal.id())));
            case ProposeOrder.Outcome.Refused(var why) -> asking(refusal(why), wish);
        };
    }

    private static String reasonOf(Order order) {
        return order.reason().words();
    }

    private static Text toDo(Order order, User person) {
        var amount = Amount.of(order.amount());
        return switch (order) {
            case Order.GrantCredits _ -> new AdminText.ToGrant(amount, Names.of(person));
            case Order.TakeCredits _ -> new AdminText.ToTake(amount, Names.of(person));
            case Order.RefundCharge _ -> new AdminText.ToRefund(amount, Names.of(person));
        };
    }

    private static Text refusal(Refused refused) {
        return switch (refused) {
            case Refused.BadAmount _ -> badOrder();
            case Refused.UnknownPerson _ -> new AdminText.PersonGone();
            case Refused.TooPoor(var free) -> new AdminText.TooPoor(Amount.of(free));
            case Refused.NoCharge _ -> new AdminText.NoCharge();
            case Refused.TooMuch(var left) -> new AdminText.TooMuch(Amount.of(left));
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
                                        LogScreen.what(order.act(), order.amount(), Names.of(person)),
                                        Amount.of(before),
                                        Amount.of(after),
                                        reasonOf(order)),
                                order.person())
                        .toast(new AdminText.DoneToast());
            case ApplyOrder.Outcome.AppliedAlready(var entry) -> doneBefore(entry);
            case Refused refused -> result(refusal(refused), order.person());
        };
    }

    private Turn doneBefore(AuditEntry entry) {
        return result(
                        new AdminText.DoneBefore(log.what(entry), entry.reason()),
                        entry.person().orElseThrow())
                .toast(new AdminText.DoneAlready());
    }

    private static Turn result(Text words, UserId person) {
        return Turn.show(Screen.saying(words).button(new MenuText.BackButton(), new AdminAction.OpenPerson(person)));
    }

    Turn drop(OrderId id, User admin) {
        return switch (withdrawOrder.withdraw(id, admin.chat())) {
            case WithdrawOrder.Outcome.Withdrawn(var person) ->
                card(person, admin).toast(new AdminText.Dropped());
            case WithdrawOrder.Outcome.AppliedAlready(var entry) -> doneBefore(entry);
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
