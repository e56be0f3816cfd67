package app.aisha.bot.screen;

import java.nio.charset.StandardCharsets;

/**
 * A file that goes with a screen, whose words are its caption.
 *
 * @param name file name as the person will see it; unescaped
 * @param text content; sent as UTF-8
 */
public record Document(String name, String text) implements Attachment {

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
