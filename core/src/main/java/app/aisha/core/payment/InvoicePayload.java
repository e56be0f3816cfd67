package app.aisha.core.payment;

import app.aisha.core.wallet.Credits;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What an invoice carries and Telegram hands back with its payment: the order, and what it stands for, should the order be
 * gone by then. People cannot change it; a question before a payment is compared with the order all the same.
 */
public record InvoicePayload(StarOrderId order, Sold sold) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\\d{1,9}):(\\d{1,9})");

    /** At most 56 characters. */
    public String text() {
        return "%s:%d:%d"
                .formatted(order.value(), sold.credits().amount(), sold.bonus().amount());
    }

    /** Empty for anything that {@link #text} did not write. */
    public static Optional<InvoicePayload> parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var credits = new Credits(Long.parseLong(parts.group(2)));
        var bonus = new Credits(Long.parseLong(parts.group(3)));
        return credits.isNone()
                ? Optional.empty()
                : Optional.of(
                        new InvoicePayload(new StarOrderId(UUID.fromString(parts.group(1))), new Sold(credits, bonus)));
    }
}
