package app.aisha.bot.screen;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A picture above the words of a screen, which are its caption. Two with the same bytes are equal. */
public final class Picture implements Attachment {

    private final byte[] png;

    private Picture(byte[] png) {
        this.png = png;
    }

    /** Takes the bytes of a PNG file. */
    public static Picture png(byte[] file) {
        return new Picture(file.clone());
    }

    public byte[] bytes() {
        return png.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture picture && Arrays.equals(png, picture.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "Picture[%d bytes]".formatted(png.length);
    }
}
