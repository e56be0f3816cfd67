package app.aisha.bot.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture above the words of a screen, which are its caption. Two with the same bytes are equal. */
public final class Picture implements Attachment {

    private final byte[] file;

    private Picture(byte[] file) {
        this.file = file;
    }

    /** Takes the bytes of a PNG file. */
    public static Picture png(byte[] file) {
        return new Picture(file.clone());
    }

    /** Takes the bytes of a JPEG file. */
    public static Picture jpeg(byte[] file) {
        return new Picture(file.clone());
    }

    /** The file; its first bytes say of which kind. */
    public byte[] bytes() {
        return file.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture picture && Arrays.equals(file, picture.file);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(file);
    }

    @Override
    public String toString() {
        return "Picture[%d bytes]".formatted(file.length);
    }
}
