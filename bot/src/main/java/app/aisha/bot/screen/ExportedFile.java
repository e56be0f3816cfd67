package app.aisha.bot.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file of any format that goes with a screen, whose words are its caption. Two with the same content are equal. */
public final class ExportedFile implements Attachment {

    private final String name;
    private final String contentType;
    private final byte[] content;

    /**
     * Takes the bytes of a file.
     *
     * @param name file name as the person will see it; unescaped
     * @param contentType MIME type
     */
    public ExportedFile(String name, String contentType, byte[] content) {
        this.name = name;
        this.contentType = contentType;
        this.content = content.clone();
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExportedFile file
                && name.equals(file.name)
                && contentType.equals(file.contentType)
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "ExportedFile[%s, %d bytes]".formatted(name, content.length);
    }
}
