package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.Optional;

/** Every payment there was; it stays when its buyer is gone. Thread-safe; takes part in the caller's transaction. */
public interface StarPayments {

    /** Adds a new payment. False where its charge is known; nothing is changed then. */
    boolean add(StarPayment.Paid payment);

    /**
     * Saves a step.
     *
     * @throws StaleState when the stored version is not the one this step was taken from
     */
    void save(StarPayment payment);

    Optional<StarPayment> find(PaymentId id);

    /** The payment of a charge of Telegram's. */
    Optional<StarPayment> charged(String charge);

    /** Payments that people quote this {@link PaymentId#shortNumber} for; more than one is rare. */
    List<StarPayment> numbered(String shortNumber);

    /** The buyer's payments, newest first. */
    List<StarPayment> of(UserId buyer, int most);
}
