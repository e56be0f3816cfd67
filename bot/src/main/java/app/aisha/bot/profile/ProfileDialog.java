package app.aisha.bot.profile;

import app.aisha.bot.account.AccountAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletText;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.profile.Statistics;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.TimeOrderedIds;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/** Who a person is here: balance, figures, and the way to receipts and settings. */
public final class ProfileDialog implements Dialog {

    private final Statistics statistics;
    private final Till till;
    private final FiguresScreen figures;
    private final ReceiptScreens receipts;

    public ProfileDialog(Statistics statistics, Till till, FiguresScreen figures, ReceiptScreens receipts) {
        this.statistics = statistics;
        this.till = till;
        this.figures = figures;
        this.receipts = receipts;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return action instanceof ProfileAction own ? Optional.of(tapped(own, user)) : Optional.empty();
    }

    private Turn tapped(ProfileAction action, User user) {
        return switch (action) {
            case ProfileAction.Figures _ -> Turn.aside(figures.of(user));
            case ProfileAction.Receipts _, ProfileAction.OpenReceipt _
            when !till.prices().areListed() -> open(user).toast(new MenuText.OutdatedButton());
            case ProfileAction.Receipts(var from) -> Turn.show(receipts.page(user, from));
            case ProfileAction.OpenReceipt(var number, var page) ->
                receipts.of(user, number, page)
                        .map(Turn::show)
                        .orElseGet(() ->
                                Turn.show(receipts.page(user, Optional.empty())).toast(new ProfileText.NotFound()));
        };
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return command.equals("profile") ? Optional.of(open(user)) : Optional.empty();
    }

    /** The profile itself. */
    public Turn open(User user) {
        var total = statistics.total(user.id());
        var since = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(user.language().locale())
                .format(TimeOrderedIds.madeAt(user.id().value()).atZone(user.zone()));
        var screen = Screen.saying(
                new ProfileText.Profile(user.name(), since, credits(user), total.transcripts(), total.sound()));
        if (till.prices().areListed()) {
            screen = screen.row(
                    new Button(new WalletText.TopUpButton(), new WalletAction.TopUp()),
                    new Button(new ProfileText.ReceiptsButton(), ProfileAction.Receipts.first()));
        }
        return Turn.show(screen.row(
                        new Button(new ProfileText.FiguresButton(), new ProfileAction.Figures()),
                        new Button(new MenuText.SettingsButton(), new AccountAction.OpenSettings()))
                .button(new MenuText.BackButton(), new MenuAction.OpenMenu()));
    }

    private Text credits(User user) {
        if (!till.prices().areListed()) {
            return new MenuText.Nothing();
        }
        var balance = till.balance(user.id());
        return balance.held().isNone()
                ? new ProfileText.Credits(Amount.of(balance.free()))
                : new ProfileText.CreditsAndHeld(Amount.of(balance.free()), Amount.of(balance.held()));
    }
}
