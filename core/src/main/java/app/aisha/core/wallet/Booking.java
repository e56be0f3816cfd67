package app.aisha.core.wallet;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A change of a wallet that is not the hold of a piece of work. Each names the one occasion it can happen on: a second
 * booking under the same {@link #key()} changes nothing.
 */
public sealed interface Booking {

    default Receipt.Kind kind() {
        return switch (this) {
            case Gift _ -> Receipt.Kind.GIFT;
            case Purchase _ -> Receipt.Kind.PURCHASE;
            case Bonus _ -> Receipt.Kind.BONUS;
            case Promo _ -> Receipt.Kind.PROMO;
            case Grant _ -> Receipt.Kind.GRANT;
            case Take _ -> Receipt.Kind.TAKE;
            case Forfeit _ -> Receipt.Kind.FORFEIT;
            case StarsRefund _ -> Receipt.Kind.STARS_REFUND;
            case RefundFailed _ -> Receipt.Kind.REFUND_FAILED;
        };
    }

    /** Unique over all bookings of all people. */
    default String key() {
        return switch (this) {
            case Gift gift -> "gift:" + gift.wallet();
            case Purchase purchase -> "stars:" + purchase.charge();
            case Bonus bonus -> "bonus:" + bonus.charge();
            case Promo promo -> "promo:" + promo.redemption();
            case Grant grant -> "grant:" + grant.order();
            case Take take -> "take:" + take.order();
            case Forfeit forfeit -> "forfeit:" + forfeit.wallet();
            case StarsRefund refund -> "stars-refund:" + refund.charge();
            case RefundFailed failed -> "refund-failed:" + failed.refund();
        };
    }

    /** Where the credits come from or go to; adds up to zero. {@code free} is what the wallet can give at this moment. */
    default List<Entry> entries(Credits free) {
        return switch (this) {
            case Gift gift -> Entry.move(Account.GIFT, Account.USER, gift.amount());
            case Purchase purchase -> Entry.move(Account.STARS, Account.USER, purchase.amount());
            case Bonus bonus -> Entry.move(Account.PROMO, Account.USER, bonus.amount());
            case Promo promo -> Entry.move(Account.PROMO, Account.USER, promo.amount());
            case Grant grant -> Entry.move(Account.ADMIN, Account.USER, grant.amount());
            case Take take -> Entry.move(Account.USER, Account.ADMIN, take.amount());
            case Forfeit _ -> Entry.move(Account.USER, Account.WRITEOFF, free);
            case StarsRefund refund -> {
                var taken = refund.amount().atMost(free);
                yield both(
                        Entry.move(Account.USER, Account.STARS, taken),
                        Entry.move(
                                Account.WRITEOFF, Account.STARS, refund.amount().minus(taken)));
            }
            case RefundFailed failed ->
                both(
                        Entry.move(Account.STARS, Account.USER, failed.taken()),
                        Entry.move(Account.STARS, Account.WRITEOFF, failed.writtenOff()));
        };
    }

    private static List<Entry> both(List<Entry> some, List<Entry> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** What the receipt quotes: a promo code, a reason. */
    default String note() {
        return switch (this) {
            case Gift _, Purchase _, RefundFailed _, Forfeit _ -> "";
            case Bonus bonus -> bonus.code();
            case Promo promo -> promo.code();
            case Grant grant -> grant.reason();
            case Take take -> take.reason();
            case StarsRefund refund -> refund.reason();
        };
    }

    /** What newcomers get. */
    record Gift(UUID wallet, Credits amount) implements Booking {}

    /**
     * Bought with Telegram Stars.
     *
     * @param charge Telegram's {@code telegram_payment_charge_id}
     */
    record Purchase(String charge, Credits amount) implements Booking {}

    /** Added to a purchase by a promo code. */
    record Bonus(String charge, Credits amount, String code) implements Booking {}

    /** Given by a promo code. */
    record Promo(UUID redemption, Credits amount, String code) implements Booking {}

    /** Given by an administrator. */
    record Grant(UUID order, Credits amount, String reason) implements Booking {}

    /** Taken by an administrator; refused where less is free. */
    record Take(UUID order, Credits amount, String reason) implements Booking {}

    /** All that is free is given up by a person who leaves; a wallet is closed once. */
    record Forfeit(UUID wallet) implements Booking {}

    /**
     * The stars of a purchase go back to the buyer. What was spent already cannot be taken and is written off.
     *
     * @param amount of the purchase with its bonus
     */
    record StarsRefund(String charge, Credits amount, String reason) implements Booking {}

    /**
     * The stars of a purchase did not go back after all, so the credits do: the reverse of a {@link StarsRefund}.
     *
     * @param refund names the refund that failed
     * @param taken what it took from the buyer
     * @param writtenOff what it could not take
     */
    record RefundFailed(String refund, Credits taken, Credits writtenOff) implements Booking {}
}
