package app.aisha.core.payment;

import java.util.Locale;
import java.util.UUID;

/** Identifies a payment; time-ordered. */
public record PaymentId(UUID value) {

    /** What people quote, such as {@code 7C41-09AF}. */
    public String shortNumber() {
        var digits = value.toString().toUpperCase(Locale.ROOT);
        var end = digits.length();
        return digits.substring(end - 8, end - 4) + "-" + digits.substring(end - 4);
    }
}
