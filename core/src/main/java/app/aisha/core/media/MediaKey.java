package app.aisha.core.media;

import java.util.regex.Pattern;

/**
 * Our own name of a stored object: segments of letters, digits, dot, dash and underscore joined by slashes, such as {@code
 * users/…/recordings/…/original.ogg}. No segment starts with a dot, so a key cannot climb out of a folder. At most 512
 * characters.
 */
public record MediaKey(String value) {

    private static final Pattern FORM = Pattern.compile("[\\w-][\\w.-]*(/[\\w-][\\w.-]*)*", Pattern.UNICODE_CASE);

    public MediaKey {
        if (value.length() > 512 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a media key: " + value);
        }
    }
}
