package app.aisha.bot.routing;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.transcript.Recording;
import java.time.Instant;
import java.util.Optional;

/** What a person did in the private chat with the bot. */
public sealed interface Incoming {

    Sender sender();

    /**
     * Who did it.
     *
     * @param name what to call the person; never empty, unescaped
     * @param username without @, never empty
     * @param language what the person's app is set to; counts at first contact only
     */
    record Sender(ChatId chat, String name, Optional<String> username, Language language) {}

    /** Wrote something, commands included. */
    record Said(Sender sender, String words) implements Incoming {}

    /**
     * Tapped a button.
     *
     * @param query answers the tap
     * @param message the one whose button was tapped
     * @param data what the button carries; may be forged
     */
    record Tapped(Sender sender, String query, long message, String data) implements Incoming {}

    /** Sent a recording, or a file that may be one. */
    record Recorded(Sender sender, Recording recording, Instant at) implements Incoming {}

    /**
     * Sent a photo, or a file that says it is a picture.
     *
     * @param caption what was written under it, never blank
     */
    record Photographed(Sender sender, SentPhoto photo, Optional<String> caption) implements Incoming {}

    /** Sent something that Aisha has no use for, such as a sticker. */
    record SentOther(Sender sender) implements Incoming {}

    /**
     * Paid stars for an invoice. The platform has them already.
     *
     * @param payload of the invoice
     */
    record Paid(Sender sender, StarCharge charge, String payload) implements Incoming {}

    /**
     * Got stars back, at our request or without.
     *
     * @param charge which payment it was
     */
    record RefundedByTelegram(Sender sender, String charge) implements Incoming {}

    /** Blocked the bot, or took that back. */
    record ChangedReach(Sender sender, boolean reachable) implements Incoming {}
}
