package app.aisha.core.media;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Our own name of a stored object: segments of letters, digits, dot, dash and underscore joined by slashes, such as {@code
 * users/…/recordings/…/original.ogg}. No segment starts with a dot, so a key cannot climb out of a folder. At most 512
 * characters, 200 in a segment, all of them ASCII.
 */
public record MediaKey(String value) {

    private static final String SEGMENT = "[\\w-][\\w.-]{0,199}";
    private static final Pattern FORM = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*");

    public MediaKey {
        if (!isKey(value)) {
            throw new IllegalArgumentException("Not a media key: " + value);
        }
    }

    /** The key of this name; empty where the name is not a key's, as of a file someone else left in the store. */
    public static Optional<MediaKey> of(String value) {
        return isKey(value) ? Optional.of(new MediaKey(value)) : Optional.empty();
    }

    /** All but the last segment; the key itself where it has only one. */
    public MediaKey folder() {
        var slash = value.lastIndexOf('/');
        return slash < 0 ? this : new MediaKey(value.substring(0, slash));
    }

    private static boolean isKey(String value) {
        return value.length() <= 512 && FORM.matcher(value).matches();
    }
}
