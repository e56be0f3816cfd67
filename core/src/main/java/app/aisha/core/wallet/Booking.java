package app.aisha.core.wallet;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A change of a wallet that is not the hold of a piece of work. Each names the one occasion it can happen on: a second
 * booking under the same {@link #key()} changes nothing.
 */
public sealed interface Booking {

    /** Unique over all bookings of all people. */
    String key();

    /** Where the credits come from or go to; adds up to zero. {@code free} is what the wallet can give at this moment. */
    List<Entry> entries(Credits free);

    /** What the receipt quotes: a promo code, a reason. */
    String note();

    default Receipt.Kind kind() {
        return switch (this) {
            case Gift _ -> Receipt.Kind.GIFT;
            case Purchase _ -> Receipt.Kind.PURCHASE;
            case Bonus _ -> Receipt.Kind.BONUS;
            case Promo _ -> Receipt.Kind.PROMO;
            case Grant _ -> Receipt.Kind.GRANT;
            case Take _ -> Receipt.Kind.TAKE;
            case StarsRefund _ -> Receipt.Kind.STARS_REFUND;
            case RefundFailed _ -> Receipt.Kind.REFUND_FAILED;
        };
    }

    /** What newcomers get. */
    record Gift(UUID wallet, Credits amount) implements Booking {

        @Override
        public String key() {
            return "gift:" + wallet;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.GIFT, Account.USER, amount);
        }

        @Override
        public String note() {
            return "";
        }
    }

    /**
     * Bought with Telegram Stars.
     *
     * @param charge Telegram's {@code telegram_payment_charge_id}
     */
    record Purchase(String charge, Credits amount) implements Booking {

        @Override
        public String key() {
            return "stars:" + charge;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.STARS, Account.USER, amount);
        }

        @Override
        public String note() {
            return "";
        }
    }

    /** Added to a purchase by a promo code. */
    record Bonus(String charge, Credits amount, String code) implements Booking {

        @Override
        public String key() {
            return "bonus:" + charge;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.PROMO, Account.USER, amount);
        }

        @Override
        public String note() {
            return code;
        }
    }

    /** Given by a promo code. */
    record Promo(UUID redemption, Credits amount, String code) implements Booking {

        @Override
        public String key() {
            return "promo:" + redemption;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.PROMO, Account.USER, amount);
        }

        @Override
        public String note() {
            return code;
        }
    }

    /** Given by an administrator. */
    record Grant(UUID order, Credits amount, String reason) implements Booking {

        @Override
        public String key() {
            return "grant:" + order;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.ADMIN, Account.USER, amount);
        }

        @Override
        public String note() {
            return reason;
        }
    }

    /** Taken by an administrator; refused where less is free. */
    record Take(UUID order, Credits amount, String reason) implements Booking {

        @Override
        public String key() {
            return "take:" + order;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Entry.move(Account.USER, Account.ADMIN, amount);
        }

        @Override
        public String note() {
            return reason;
        }
    }

    /**
     * The stars of a purchase go back to the buyer. What was spent already cannot be taken and is written off.
     *
     * @param amount of the purchase with its bonus
     */
    record StarsRefund(String charge, Credits amount, String reason) implements Booking {

        @Override
        public String key() {
            return "stars-refund:" + charge;
        }

        @Override
        public List<Entry> entries(Credits free) {
            var taken = amount.atMost(free);
            return Stream.concat(
                            Entry.move(Account.USER, Account.STARS, taken).stream(),
                            Entry.move(Account.WRITEOFF, Account.STARS, amount.minus(taken)).stream())
                    .toList();
        }

        @Override
        public String note() {
            return reason;
        }
    }

    /**
     * The stars of a purchase did not go back after all, so the credits do: the reverse of a {@link StarsRefund}.
     *
     * @param refund names the refund that failed
     * @param taken what it took from the buyer
     * @param writtenOff what it could not take
     */
    record RefundFailed(String refund, Credits taken, Credits writtenOff) implements Booking {

        @Override
        public String key() {
            return "refund-failed:" + refund;
        }

        @Override
        public List<Entry> entries(Credits free) {
            return Stream.concat(
                            Entry.move(Account.STARS, Account.USER, taken).stream(),
                            Entry.move(Account.STARS, Account.WRITEOFF, writtenOff).stream())
                    .toList();
        }

        @Override
        public String note() {
            return "";
        }
    }
}
