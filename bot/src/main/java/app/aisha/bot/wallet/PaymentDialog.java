package app.aisha.bot.wallet;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.routing.Incoming;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.payment.NoteRefund;
import app.aisha.core.payment.Shop;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.payment.TakeStarPayment;
import app.aisha.core.wallet.Prices;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Payments as they come and go, help with them, and the terms. Stars are taken note of also where nothing is sold. */
public final class PaymentDialog implements Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDialog.class);
    private static final int RECENT = 5;

    private final Shop shop;
    private final TakeStarPayment takeStarPayment;
    private final NoteRefund noteRefund;
    private final StarPayments payments;
    private final Optional<String> supportContact;

    public PaymentDialog(
            Shop shop,
            TakeStarPayment takeStarPayment,
            NoteRefund noteRefund,
            StarPayments payments,
            Optional<String> supportContact) {
        this.shop = shop;
        this.takeStarPayment = takeStarPayment;
        this.noteRefund = noteRefund;
        this.payments = payments;
        this.supportContact = supportContact;
    }

    @Override
    public Optional<Turn> tapped(Action action, User user) {
        return Optional.empty();
    }

    /** The buyer is told by a notice. */
    @Override
    public Optional<Turn> paid(Incoming.Paid payment, User user) {
        var outcome = takeStarPayment.take(user.id(), payment.charge(), payment.payload());
        if (outcome instanceof TakeStarPayment.Outcome.Credited credited
                && credited.basis() != TakeStarPayment.Basis.ORDER) {
            LOG.error(
                    "Payment {} needs a look: {}, charge {}, {} stars, {} credits",
                    credited.payment().id().shortNumber(),
                    credited.basis(),
                    payment.charge().id(),
                    payment.charge().stars(),
                    credited.payment().heading().sold().total().amount());
        }
        return Optional.of(Turn.silence());
    }

    @Override
    public boolean refunded(Incoming.RefundedByTelegram refund) {
        if (noteRefund.note(refund.charge()) instanceof NoteRefund.Outcome.Unknown) {
            LOG.error("Telegram gave back the stars of a charge nobody knows: {}", refund.charge());
        }
        return true;
    }

    @Override
    public Optional<Turn> commanded(String command, User user) {
        return switch (command) {
            case "paysupport" -> paySupport(user);
            case "terms" -> Optional.of(page(terms()));
            default -> Optional.empty();
        };
    }

    /** Where nothing is sold, only those find it who have paid before. */
    private Optional<Turn> paySupport(User user) {
        var recent = payments.of(user.id(), RECENT);
        if (!shop.isOpen() && recent.isEmpty()) {
            return Optional.empty();
        }
        var contact = supportContact.<Text>map(WalletText.Contact::new).orElseGet(WalletText.NoContact::new);
        return Optional.of(page(new WalletText.PaySupport(contact, list(recent, user))));
    }

    private static Text list(List<StarPayment> recent, User user) {
        return recent.isEmpty()
                ? new MenuText.Nothing()
                : new WalletText.Payments(MenuText.all(recent.stream().map(payment -> line(payment, user))));
    }

    private static Text line(StarPayment payment, User user) {
        var heading = payment.heading();
        return new WalletText.PaymentLine(
                payment.id().shortNumber(),
                heading.paidAt().atZone(user.zone()),
                Amount.of(heading.sold().total()),
                heading.charge().stars(),
                switch (payment) {
                    case StarPayment.Paid _ -> new MenuText.Nothing();
                    case StarPayment.Refunding _ -> new WalletText.BeingRefunded();
                    case StarPayment.Refunded _ -> new WalletText.IsRefunded();
                });
    }

    private Text terms() {
        return switch (shop.prices()) {
            case Prices.FreeOfCharge _ -> new WalletText.FreeTerms();
            case Prices.Listed listed -> terms(listed);
        };
    }

    private Text terms(Prices.Listed prices) {
        var avatars = prices.avatar().values().stream().sorted().toList();
        return new WalletText.Terms(
                Amount.of(prices.transcription().minute()),
                (int) prices.transcription().free().toSeconds(),
                avatars.getFirst().amount(),
                Amount.of(avatars.getLast()),
                Amount.of(prices.picture()),
                MenuText.all(shop.packages().stream()
                        .map(listed -> new WalletText.PackageLine(Amount.of(listed.credits()), listed.stars()))));
    }

    private static Turn page(Text words) {
        return Turn.show(Screen.saying(words).button(new MenuText.MenuButton(), new MenuAction.OpenMenu()));
    }
}
