package app.aisha.simulators.openai;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A picture that was sent within a message, really opened.
 *
 * @param bytes as sent, before base64
 * @param look what can be measured of it; absent for WebP, which only its beginning is read of
 */
record SentPicture(int bytes, Optional<Look> look) {
    private static final Pattern DATA =
            Pattern.compile("(data:image/(?:png|jpeg|gif|webp);base64,)([A-Za-z0-9+/]+={0,2})");
    private static final String BEGINNING = "data:";
    private static final int WEBP_HEAD = 12;
    private static final long MOST_PIXELS = 100_000_000;
    private static final int TOKENS = 85;
    private static final int TOKENS_PER_TILE = 170;
    private static final int TILE = 512;

    /**
     * Opens it.
     *
     * @param url of the kind {@code data:image/jpeg;base64,…}
     * @param param where it stood, for refusals
     * @throws ApiError when it is no picture
     */
    static SentPicture open(String url, String param) {
        var data = DATA.matcher(url);
        if (!data.matches()) {
            throw ApiError.invalid(
                    "Invalid '%s'. Expected a valid URL or a base64-encoded PNG, JPEG, GIF or WebP image."
                            .formatted(param),
                    param,
                    "invalid_image_url");
        }
        try {
            var bytes = Base64.getDecoder().decode(data.group(2));
            return new SentPicture(bytes.length, isWebp(bytes) ? Optional.empty() : Optional.of(look(bytes, param)));
        } catch (IllegalArgumentException notBase64) {
            throw ApiError.invalid("Invalid base64 in '%s'.".formatted(param), param, "invalid_base64_image");
        }
    }

    private static boolean isWebp(byte[] bytes) {
        return bytes.length > WEBP_HEAD
                && ascii(bytes, 0).equals("RIFF")
                && ascii(bytes, 8).equals("WEBP");
    }

    private static String ascii(byte[] bytes, int from) {
        return new String(bytes, from, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Look look(byte[] bytes, String param) {
        try {
            var image = decode(bytes);
            if (image != null) {
                return Look.at(image);
            }
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException broken) {
            throw unusable(param);
        }
        throw unusable(param);
    }

    private static @Nullable BufferedImage decode(byte[] bytes) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS ? null : reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ApiError unusable(String param) {
        return ApiError.invalid(
                "You uploaded an unsupported image. Please make sure your image is valid.", param, "image_parse_error");
    }

    /** What it adds to the question: tiles of 512 pixels once the shorter side has 768. */
    int tokens() {
        return look.map(seen -> {
                    var scale = Math.min(1, Math.min(768.0 / seen.shorter(), 2048.0 / seen.longer()));
                    return TOKENS + TOKENS_PER_TILE * tiles(seen.shorter() * scale) * tiles(seen.longer() * scale);
                })
                .orElse(TOKENS);
    }

    private static int tiles(double side) {
        return (int) Math.ceil(side / TILE);
    }

    /** The request without the pictures themselves, which would fill the log. */
    static JsonNode shortened(JsonNode body) {
        var copy = body.deepCopy();
        shorten(copy);
        return copy;
    }

    private static void shorten(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                for (var name : java.util.List.copyOf(object.propertyNames())) {
                    var value = object.path(name);
                    if (value.isString() && value.stringValue().startsWith(BEGINNING)) {
                        object.put(name, shortened(value.stringValue()));
                    } else {
                        shorten(value);
                    }
                }
            }
            case ArrayNode array -> array.forEach(SentPicture::shorten);
            default -> {}
        }
    }

    private static String shortened(String url) {
        return "%s[%d characters]".formatted(url.substring(0, url.indexOf(',') + 1), url.length());
    }
}
