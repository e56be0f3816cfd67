package app.aisha.bot.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture above the words of a screen, which are its caption. Two with the same bytes are equal. */
public final class Picture implements Attachment {

    private final byte[] file;
    private final String kind;

    private Picture(byte[] file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    /** Takes the bytes of a PNG file. */
    public static Picture png(byte[] file) {
        return new Picture(file.clone(), "png");
    }

    /** Takes the bytes of a JPEG file. */
    public static Picture jpeg(byte[] file) {
        return new Picture(file.clone(), "jpeg");
    }

    /** {@code png} or {@code jpeg}. */
    public String kind() {
        return kind;
    }

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
