package app.aisha.bot.wallet;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** What becomes of payments. */
public final class WalletAnnouncer implements Announcer {

    private final StarPayments payments;
    private final Till till;

    public WalletAnnouncer(StarPayments payments, Till till) {
        this.payments = payments;
        this.till = till;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof PaymentNotice own
                ? payments.find(own.payment())
                        .flatMap(payment -> words(own, payment, user))
                        .map(Screen::saying)
                : Optional.empty();
    }

    private Optional<Text> words(PaymentNotice notice, StarPayment payment, User user) {
        var stars = payment.heading().charge().stars();
        var number = payment.id().shortNumber();
        return switch (notice) {
            case PaymentNotice.Paid _ ->
                payment.belongsTo(user.id()) ? Optional.of(paid(payment, user)) : Optional.empty();
            case PaymentNotice.Refunded _ ->
                payment.belongsTo(user.id()) && payment instanceof StarPayment.Refunded refunded
                        ? Optional.of(new WalletText.Refunded(
                                stars, number, Amount.of(refunded.refund().taken()), balance(user)))
                        : Optional.empty();
            case PaymentNotice.RefundRefused _ -> Optional.of(new WalletText.RefundRefused(stars, number));
        };
    }

    private Text paid(StarPayment payment, User user) {
        var sold = payment.heading().sold();
        return new WalletText.Paid(
                Amount.of(sold.credits()),
                sold.bonus().isNone() ? new MenuText.Nothing() : new WalletText.WithBonus(Amount.of(sold.bonus())),
                balance(user));
    }

    private Amount balance(User user) {
        return Amount.of(till.balance(user.id()).free());
    }
}
