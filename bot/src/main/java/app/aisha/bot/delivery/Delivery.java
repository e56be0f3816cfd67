package app.aisha.bot.delivery;

import java.time.Duration;

/** What became of one try. */
public sealed interface Delivery {

    /**
     * The person sees it, or sees it already.
     *
     * @param message its number in the chat; zero for the answer to a tap
     */
    record Delivered(long message) implements Delivery {}

    /** The platform wants a pause before anything else for this chat. */
    record Pause(Duration length) implements Delivery {}

    /** The person blocked the bot or is gone. */
    record Unreachable() implements Delivery {}

    /** The message to edit is gone or cannot be edited. */
    record NoSuchMessage() implements Delivery {}

    /** The platform will never take this. */
    record Refused(String reason) implements Delivery {}

    /** No usable answer came; the platform may have acted all the same. */
    record Unknown(String reason) implements Delivery {}
}
