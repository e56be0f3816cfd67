package app.aisha.bot.admin;

import app.aisha.bot.admin.AdminStep.Ordering;
import app.aisha.bot.screen.Text;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.Charge;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.Reason;
import app.aisha.core.admin.ShowPerson;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an administrator is asked before an order, and what the answer means. */
public final class OrderWords {

    /** A number, or all, and then why. */
    private static final Pattern AMOUNT_AND_REASON = Pattern.compile(
            "\\s*(\\d{1,7}|all|всё|все)\\s+(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What words mean. */
    sealed interface Reading {

        record Understood(Order order) implements Reading {}

        record Unclear(Text why) implements Reading {}
    }

    private final ShowPerson showPerson;
    private final Receipts receipts;
    private final StarPayments payments;

    public OrderWords(ShowPerson showPerson, Receipts receipts, StarPayments payments) {
        this.showPerson = showPerson;
        this.receipts = receipts;
        this.payments = payments;
    }

    /** Empty where what it is about is gone. */
    Optional<Text> question(Ordering wish) {
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
            case Ordering.RefundingStars refunding ->
                payment(refunding)
                        .flatMap(payment -> portrait(refunding.person())
                                .map(it -> new AdminText.AskStars(
                                        PaymentScreen.number(payment),
                                        PaymentScreen.stars(payment),
                                        PaymentScreen.credits(payment),
                                        free(it))));
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

    /** Only the person's own: the button may be forged. */
    private Optional<StarPayment> payment(Ordering.RefundingStars refunding) {
        return payments.find(refunding.payment()).filter(payment -> payment.belongsTo(refunding.person()));
    }

    Reading read(String words, Ordering wish) {
        return switch (wish) {
            case Ordering.Granting(var person) ->
                read(words, wish, (amount, reason) -> new Order.GrantCredits(person, amount, reason));
            case Ordering.Taking(var person) ->
                read(words, wish, (amount, reason) -> new Order.TakeCredits(person, amount, reason));
            case Ordering.Refunding(var person, var receipt) ->
                read(words, wish, (amount, reason) -> new Order.RefundCharge(person, receipt, amount, reason));
            case Ordering.RefundingStars refunding ->
                payment(refunding)
                        .map(payment -> because(
                                words,
                                reason -> new Order.RefundStars(
                                        refunding.person(),
                                        payment.id(),
                                        payment.heading().sold().total(),
                                        reason)))
                        .orElseGet(() -> new Reading.Unclear(new AdminText.NoPayment()));
        };
    }

    private Reading read(String words, Ordering wish, BiFunction<Credits, Reason, Order> order) {
        var match = AMOUNT_AND_REASON.matcher(words);
        var amount = match.matches() ? amount(match, wish) : Optional.<Credits>empty();
        return amount.isEmpty()
                ? new Reading.Unclear(badOrder())
                : because(match.group(2), reason -> order.apply(amount.get(), reason));
    }

    private static Reading because(String words, Function<Reason, Order> order) {
        return Reason.of(words)
                .<Reading>map(reason -> new Reading.Understood(order.apply(reason)))
                .orElseGet(() -> new Reading.Unclear(new AdminText.BadReason(Reason.SHORTEST, Reason.LONGEST)));
    }

    static Text badOrder() {
        return new AdminText.BadOrder(Long.toString(Order.MOST.amount()));
    }

    private Optional<Credits> amount(Matcher match, Ordering wish) {
        var words = match.group(1);
        if (Character.isDigit(words.charAt(0))) {
            return Optional.of(new Credits(Long.parseLong(words)));
        }
        return wish instanceof Ordering.Refunding refunding ? charge(refunding).map(Charge::left) : Optional.empty();
    }
}
