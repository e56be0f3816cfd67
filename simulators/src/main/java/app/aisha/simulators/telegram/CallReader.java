package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what a bot sent, whichever of the four ways it chose. */
final class CallReader {

    private static final long CLOUD_UPLOAD = 50L << 20;
    private static final long LOCAL_UPLOAD = 2000L << 20;
    private static final long MAX_TEXT_BODY = 10L << 20;

    private final Blobs blobs;
    private final long maxUpload;

    CallReader(Blobs blobs, boolean local) {
        this.blobs = blobs;
        maxUpload = local ? LOCAL_UPLOAD : CLOUD_UPLOAD;
    }

    Call read(String method, HttpExchange exchange) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        Map<String, Upload> uploads = new LinkedHashMap<>();
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            form(query, parameters);
        }
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        readBody(exchange.getRequestBody(), type, parameters, uploads);
        parameters.values().forEach(CallReader::requireUnicode);
        return new Call(method, parameters, uploads);
    }

    private void readBody(InputStream body, String type, Map<String, String> parameters, Map<String, Upload> uploads)
            throws IOException {
        var kind = type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/form-data")) {
            multipart(body, type, parameters, uploads);
        } else if (kind.startsWith("application/json")) {
            parameters.putAll(json(text(body)));
        } else if (kind.startsWith("application/x-www-form-urlencoded")) {
            form(text(body), parameters);
        } else {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String text(InputStream body) throws IOException {
        var bytes = body.readNBytes((int) MAX_TEXT_BODY + 1);
        if (bytes.length > MAX_TEXT_BODY) {
            body.transferTo(OutputStream.nullOutputStream());
            throw Refusal.tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUnicode();
        }
    }

    private static Refusal notUnicode() {
        return Refusal.badRequest("strings must be encoded in UTF-8");
    }

    private static void requireUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                throw notUnicode();
            }
        }
    }

    static void form(String text, Map<String, String> parameters) {
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.put(decode(name), decode(value));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> json(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        return fields(Json.tryRead(text)
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.badRequest("can't parse request JSON object")));
    }

    /** The fields of an object as parameters: text as it is, all else written out, null left out. */
    static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties().forEach(property -> {
            var value = property.getValue();
            if (!value.isNull()) {
                fields.put(property.getKey(), value.isString() ? value.stringValue() : Json.write(value));
            }
        });
        return fields;
    }

    private void multipart(InputStream body, String type, Map<String, String> parameters, Map<String, Upload> uploads)
            throws IOException {
        try {
            var parts = new Multipart(body, type);
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                var name = part.get().name();
                var file = part.get().fileName();
                if (file == null) {
                    parameters.put(name, part.get().text());
                } else {
                    uploads.put(
                            name,
                            new Upload(
                                    file,
                                    part.get().contentType(),
                                    blobs.store(part.get().content(), maxUpload)));
                }
            }
        } catch (Multipart.Malformed e) {
            throw Refusal.badRequest("can't parse multipart request: " + e.getMessage());
        } finally {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
