package app.aisha.app.observe;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts stars once what moved them is committed. Thread-safe. */
public final class WatchedPayments implements StarPayments {

    private final StarPayments payments;
    private final Consumer<Runnable> afterCommit;
    private final Counter paid;
    private final Counter refunded;

    /**
     * Counts in these meters.
     *
     * @param afterCommit runs something once the transaction of the caller committed
     */
    public WatchedPayments(StarPayments payments, MeterRegistry meters, Consumer<Runnable> afterCommit) {
        this.payments = payments;
        this.afterCommit = afterCommit;
        this.paid = Counter.builder("aisha.stars.paid")
                .description("Telegram Stars that people paid")
                .register(meters);
        this.refunded = Counter.builder("aisha.stars.refunded")
                .description("Telegram Stars that went back to people")
                .register(meters);
    }

    @Override
    public boolean add(StarPayment.Paid payment) {
        var fresh = payments.add(payment);
        if (fresh) {
            count(paid, payment);
        }
        return fresh;
    }

    @Override
    public void save(StarPayment payment) {
        payments.save(payment);
        if (payment instanceof StarPayment.Refunded) {
            count(refunded, payment);
        }
    }

    private void count(Counter counter, StarPayment payment) {
        afterCommit.accept(() -> counter.increment(payment.heading().charge().stars()));
    }

    @Override
    public Optional<StarPayment> find(PaymentId id) {
        return payments.find(id);
    }

    @Override
    public Optional<StarPayment> charged(String charge) {
        return payments.charged(charge);
    }

    @Override
    public List<StarPayment> numbered(String shortNumber) {
        return payments.numbered(shortNumber);
    }

    @Override
    public List<StarPayment> of(UserId buyer, int most) {
        return payments.of(buyer, most);
    }
}
