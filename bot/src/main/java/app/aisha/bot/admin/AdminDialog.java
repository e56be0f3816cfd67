package app.aisha.bot.admin;

import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import java.util.Optional;

/** Administration. Who is no administrator is left to the other dialogs, which know nothing of these buttons. */
public final class AdminDialog implements Dialog {

    public static final String COMMAND = "admin";

    private static final int MOST_FOUND = 10;

    private final Admins admins;
    private final Users users;
    private final PersonScreens persons;
    private final PaymentScreen payments;
    private final OrderDialog orders;
    private final LogScreen log;

    public AdminDialog(
            Admins admins,
            Users users,
            PersonScreens persons,
            PaymentScreen payments,
            OrderDialog orders,
            LogScreen log) {
        this.admins = admins;
        this.users = users;
        this.persons = persons;
        this.payments = payments;
        this.orders = orders;
        this.log = log;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof AdminAction own && admins.include(user)
                ? Optional.of(tapped(own, user))
                : Optional.empty();
    }

    private Turn tapped(AdminAction action, User admin) {
        return switch (action) {
            case AdminAction.OpenAdmin _ -> home();
            case AdminAction.Search _ -> search(new AdminText.AskPerson());
            case AdminAction.OpenPerson(var person) -> card(person, admin);
            case AdminAction.Grant(var person) -> orders.ask(new Ordering.Granting(person), admin);
            case AdminAction.Take(var person) -> orders.ask(new Ordering.Taking(person), admin);
            case AdminAction.OpenReceipts which ->
                persons.receipts(which, admin).map(Turn::show).orElseGet(AdminDialog::gone);
            case AdminAction.Refund(var person, var receipt) ->
                orders.ask(new Ordering.Refunding(person, receipt), admin);
            case AdminAction.OpenPayments(var person) ->
                payments.screen(person, admin).map(Turn::show).orElseGet(AdminDialog::gone);
            case AdminAction.RefundStars(var person, var payment) ->
                orders.ask(new Ordering.RefundingStars(person, payment), admin);
            case AdminAction.Confirm(var order) -> orders.confirm(order, admin);
            case AdminAction.Drop(var order) -> orders.drop(order, admin);
            case AdminAction.OpenLog _ -> Turn.show(log.screen(admin));
        };
    }

    @Override
    public Optional<Turn> said(String words, Step step, User user) {
        return step instanceof AdminStep own && admins.include(user)
                ? Optional.of(said(words, own, user))
                : Optional.empty();
    }

    private Turn said(String words, AdminStep step, User admin) {
        return switch (step) {
            case AdminStep.Searching _ -> found(words);
            case Ordering wish -> orders.said(words, wish, admin);
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals(COMMAND) && admins.include(user) ? Optional.of(home()) : Optional.empty();
    }

    static Turn home() {
        return Turn.show(Screen.saying(new AdminText.Home())
                .button(new AdminText.SearchButton(), new AdminAction.Search())
                .button(new AdminText.PromosButton(), PromoAction.OpenPromos.first())
                .button(new AdminText.LogButton(), new AdminAction.OpenLog())
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
    }

    private static Turn search(Text words) {
        return searching(Screen.saying(words), new AdminAction.OpenAdmin());
    }

    /** Whatever is written next is sought. */
    private static Turn searching(Screen screen, Action back) {
        return Turn.show(screen.button(new MenuText.BackButton(), back)).expecting(new AdminStep.Searching());
    }

    private Turn found(String words) {
        var found = users.search(words, MOST_FOUND);
        if (found.isEmpty()) {
            return search(new AdminText.NobodyFound(Names.quoted(words)));
        }
        var screen = Screen.saying(new AdminText.Found(Names.quoted(words)));
        for (var person : found) {
            var user = person.user();
            screen = screen.button(Names.onButton(user), new AdminAction.OpenPerson(user.id()));
        }
        return searching(screen, new AdminAction.Search());
    }

    private Turn card(UserId person, User admin) {
        return persons.card(person, admin).map(Turn::show).orElseGet(AdminDialog::gone);
    }

    private static Turn gone() {
        return home().toast(new AdminText.PersonGone());
    }
}
