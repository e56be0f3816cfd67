package app.aisha.bot.admin;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.menu.Pages;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.admin.Charge;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Receipts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** How a person looks to an administrator. Times are in the administrator's zone. */
public final class PersonScreens {

    private static final int RECEIPTS_ON_CARD = 3;
    private static final int PAGE = 5;

    private final Users users;
    private final ShowPerson showPerson;
    private final Receipts receipts;
    private final Prices prices;

    public PersonScreens(Users users, ShowPerson showPerson, Receipts receipts, Prices prices) {
        this.users = users;
        this.showPerson = showPerson;
        this.receipts = receipts;
        this.prices = prices;
    }

    /** Empty where the person is gone. */
    Optional<Screen> card(UserId person, User admin) {
        return showPerson.show(person, RECEIPTS_ON_CARD).map(portrait -> card(portrait, admin));
    }

    private Screen card(ShowPerson.Portrait portrait, User admin) {
        var user = portrait.person().user();
        var card = Screen.saying(new AdminText.Person(
                Names.of(user),
                portrait.person().username().<Text>map(AdminText.Username::new).orElseGet(MenuText.Nothing::new),
                user.language().name().toLowerCase(Locale.ROOT),
                portrait.since().atZone(admin.zone()),
                portrait.transcripts(),
                user.reachable() ? new MenuText.Nothing() : new AdminText.Blocked(),
                prices.areListed() ? wallet(portrait, admin) : new MenuText.Nothing()));
        var withCredits = prices.areListed()
                ? card.row(
                                new Button(new AdminText.GrantButton(), new AdminAction.Grant(user.id())),
                                new Button(new AdminText.TakeButton(), new AdminAction.Take(user.id())))
                        .row(
                                new Button(new AdminText.ReceiptsButton(), AdminAction.OpenReceipts.first(user.id())),
                                new Button(new AdminText.PaymentsButton(), new AdminAction.OpenPayments(user.id())))
                : card;
        return withCredits.button(new MenuText.BackButton(), new AdminAction.Search());
    }

    private static Text wallet(ShowPerson.Portrait portrait, User admin) {
        return new AdminText.Wallet(
                Amount.of(portrait.balance().free()),
                Amount.of(portrait.balance().held()),
                lines(portrait.receipts(), admin));
    }

    /** A page of receipts; empty where the person is gone. */
    Optional<Screen> receipts(AdminAction.OpenReceipts which, User admin) {
        return users.find(which.person()).map(person -> receipts(person, which.from(), admin));
    }

    private Screen receipts(User person, long from, User admin) {
        var page = receipts.page(person.id(), from > 0 ? OptionalLong.of(from) : OptionalLong.empty(), PAGE);
        var screen = Screen.saying(
                page.items().isEmpty()
                        ? new AdminText.NoReceipts(Names.of(person))
                        : new AdminText.Receipts(Names.of(person), lines(page.items(), admin)));
        for (var receipt : page.items()) {
            screen = refundable(receipt)
                    .map(charge -> new Button(
                            new AdminText.RefundButton(Long.toString(receipt.number()), Amount.of(charge.left())),
                            new AdminAction.Refund(person.id(), receipt.number())))
                    .map(screen::row)
                    .orElse(screen);
        }
        return screen.row(Pages.turning(starting(person, page.newer()), starting(person, page.older())))
                .button(new MenuText.BackButton(), new AdminAction.OpenPerson(person.id()));
    }

    /** The receipt that charged, and not the one that held: a charge has one button. */
    private static Optional<Charge> refundable(Receipt receipt) {
        return Optional.of(receipt)
                .filter(it -> it.kind() == Receipt.Kind.CAPTURE)
                .flatMap(Charge::of)
                .filter(charge -> !charge.left().isNone());
    }

    private static Optional<Action> starting(User person, OptionalLong from) {
        return from.isPresent()
                ? Optional.of(new AdminAction.OpenReceipts(person.id(), from.getAsLong()))
                : Optional.empty();
    }

    private static Text lines(List<Receipt> receipts, User admin) {
        return MenuText.all(receipts.stream().map(receipt -> line(receipt, admin)));
    }

    private static Text line(Receipt receipt, User admin) {
        return new AdminText.ReceiptLine(
                Long.toString(receipt.number()),
                receipt.at().atZone(admin.zone()),
                kind(receipt.kind()),
                "%+d".formatted(receipt.change()),
                Long.toString(receipt.freeAfter().amount()),
                receipt.note().isEmpty() ? new MenuText.Nothing() : new AdminText.Note(Names.note(receipt.note())));
    }

    private static Text kind(Receipt.Kind kind) {
        return switch (kind) {
            case GIFT -> new AdminText.GiftKind();
            case PURCHASE -> new AdminText.PurchaseKind();
            case BONUS -> new AdminText.BonusKind();
            case PROMO -> new AdminText.PromoKind();
            case GRANT -> new AdminText.GrantKind();
            case TAKE -> new AdminText.TakeKind();
            case FORFEIT -> new AdminText.ForfeitKind();
            case STARS_REFUND -> new AdminText.StarsRefundKind();
            case REFUND_FAILED -> new AdminText.RefundFailedKind();
            case HOLD -> new AdminText.HoldKind();
            case CAPTURE -> new AdminText.CaptureKind();
            case VOID -> new AdminText.VoidKind();
            case REFUND -> new AdminText.RefundKind();
        };
    }
}
