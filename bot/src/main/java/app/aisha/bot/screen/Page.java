package app.aisha.bot.screen;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A screen in one language, ready to be sent.
 *
 * @param html Telegram HTML; at most 4096 characters after parsing, 1024 with a document or picture, 255 with an invoice
 */
public record Page(String html, List<List<Key>> rows, Optional<Attachment> attachment, OptionalLong inReplyTo) {

    /**
     * A button in one language.
     *
     * @param label plain text
     * @param data 1 to 64 bytes
     */
    public record Key(String label, String data) {}
}
