package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Payments in a map. */
public final class InMemoryStarPayments implements StarPayments, Restorable {

    private final Map<PaymentId, StarPayment> all = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(StarPayment.Paid payment) {
        if (charged(payment.heading().charge().id()).isPresent()) {
            return false;
        }
        all.put(payment.id(), payment);
        return true;
    }

    @Override
    public synchronized void save(StarPayment payment) {
        var stored = all.get(payment.id());
        if (stored == null || stored.heading().version() != payment.heading().version() - 1) {
            throw new StaleState("Payment " + payment.id().value());
        }
        all.put(payment.id(), payment);
    }

    @Override
    public synchronized Optional<StarPayment> find(PaymentId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Optional<StarPayment> charged(String charge) {
        return newest(payment -> payment.heading().charge().id().equals(charge)).stream()
                .findAny();
    }

    @Override
    public synchronized List<StarPayment> numbered(String shortNumber) {
        var sought = shortNumber.strip().replace("-", "").toUpperCase(Locale.ROOT);
        return newest(payment -> payment.id().shortNumber().replace("-", "").equals(sought));
    }

    @Override
    public synchronized List<StarPayment> of(UserId buyer, int most) {
        return newest(payment -> payment.belongsTo(buyer)).stream().limit(most).toList();
    }

    private List<StarPayment> newest(Predicate<StarPayment> fits) {
        return new ArrayList<>(all.values()).reversed().stream().filter(fits).toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<PaymentId, StarPayment> before) {
        all.clear();
        all.putAll(before);
    }
}
