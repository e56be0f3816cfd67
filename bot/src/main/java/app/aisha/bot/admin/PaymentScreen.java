package app.aisha.bot.admin;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import java.util.List;
import java.util.Optional;

/** A person's newest payments, as an administrator sees them. */
public final class PaymentScreen {

    private static final int MOST = 10;

    private final StarPayments payments;
    private final Users users;

    public PaymentScreen(StarPayments payments, Users users) {
        this.payments = payments;
        this.users = users;
    }

    /** Empty where the person is gone. */
    Optional<Screen> screen(UserId person, User admin) {
        return users.find(person).map(known -> screen(known, payments.of(person, MOST), admin));
    }

    private static Screen screen(User person, List<StarPayment> paid, User admin) {
        var lines = MenuText.all(paid.stream().map(payment -> line(payment, admin)));
        var name = Names.of(person);
        var screen =
                Screen.saying(paid.isEmpty() ? new AdminText.NoPayments(name) : new AdminText.Payments(name, lines));
        for (var payment : paid) {
            if (payment instanceof StarPayment.Paid) {
                screen = screen.button(
                        new AdminText.RefundStarsButton(stars(payment), number(payment)),
                        new AdminAction.RefundStars(person.id(), payment.id()));
            }
        }
        return screen.button(new MenuText.BackButton(), new AdminAction.OpenPerson(person.id()));
    }

    private static Text line(StarPayment payment, User admin) {
        return new AdminText.PaymentLine(
                number(payment),
                payment.heading().paidAt().atZone(admin.zone()),
                stars(payment),
                credits(payment),
                state(payment));
    }

    static String number(StarPayment payment) {
        return payment.id().shortNumber();
    }

    static Text stars(StarPayment payment) {
        return new AdminText.Stars(payment.heading().charge().stars());
    }

    static Text credits(StarPayment payment) {
        return Amount.of(payment.heading().sold().total());
    }

    private static Text state(StarPayment payment) {
        return switch (payment) {
            case StarPayment.Paid _ -> new AdminText.PaidState();
            case StarPayment.Refunding _ -> new AdminText.RefundingState();
            case StarPayment.Refunded _ -> new AdminText.RefundedState();
        };
    }
}
