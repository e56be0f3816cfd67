package app.aisha.bot.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What was written under a photo, in a form that is one part of a step.
 *
 * @param encoded UTF-8 in the URL alphabet of base64, without padding
 */
public record Caption(String encoded) {

    static Caption of(String words) {
        return new Caption(
                Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
    }

    String words() {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
