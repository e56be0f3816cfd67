package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.time.Instant;

/**
 * An order that an administrator was shown and did not confirm yet.
 *
 * @param id the order's, so that it is carried out once however often it is confirmed
 * @param admin who may confirm it
 */
public record Proposal(OrderId id, ChatId admin, Order order, Instant madeAt) {

    /** How long a proposal can be confirmed. */
    public static final Duration VALIDITY = Duration.ofHours(1);

    public boolean isValidAt(Instant moment) {
        return moment.isBefore(madeAt.plus(VALIDITY));
    }
}
