package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.wallet.Credits;

/** A change of a person's credits by hand, not made yet. */
public sealed interface Order {

    /** The most that one order can move. */
    Credits MOST = new Credits(1_000_000);

    UserId person();

    Credits amount();

    Reason reason();

    record GrantCredits(UserId person, Credits amount, Reason reason) implements Order {}

    /** Refused where less is free. */
    record TakeCredits(UserId person, Credits amount, Reason reason) implements Order {}

    /**
     * Gives back some or all of what a piece of work was charged.
     *
     * @param receipt number of a receipt of that work
     */
    record RefundCharge(UserId person, long receipt, Credits amount, Reason reason) implements Order {}

    /**
     * Has Telegram give the stars of a payment back.
     *
     * @param amount what was sold for them; what is spent already cannot be taken and is written off
     */
    record RefundStars(UserId person, PaymentId payment, Credits amount, Reason reason) implements Order {}

    default AuditEntry.Act act() {
        return switch (this) {
            case GrantCredits _ -> AuditEntry.Act.GRANT;
            case TakeCredits _ -> AuditEntry.Act.TAKE;
            case RefundCharge _ -> AuditEntry.Act.REFUND;
            case RefundStars _ -> AuditEntry.Act.REFUND_STARS;
        };
    }

    /** What else the log says about it. */
    default String details() {
        return switch (this) {
            case GrantCredits _, TakeCredits _ -> "";
            case RefundCharge refund -> "receipt " + refund.receipt();
            case RefundStars refund -> "payment " + refund.payment().shortNumber();
        };
    }
}
