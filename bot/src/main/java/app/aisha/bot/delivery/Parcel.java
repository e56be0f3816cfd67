package app.aisha.bot.delivery;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A notice that was claimed for delivery.
 *
 * @param id in the outbox; smaller ones of a person go first
 * @param notice empty where a program of another version wrote it
 * @param revision which state of its anchor this is
 * @param message the message that shows the anchor, where it was sent
 * @param shown what that message showed last, as {@link OutboxSender} described it
 * @param attempts its past
 */
public record Parcel(
        long id,
        UserId recipient,
        Optional<Notice> notice,
        int revision,
        OptionalLong message,
        Optional<String> shown,
        Attempts attempts) {

    /**
     * The past of a parcel.
     *
     * @param failed tries without a result
     * @param sendWasCut an earlier send got no answer, or its process died over it
     */
    public record Attempts(int failed, boolean sendWasCut) {}
}
