package app.aisha.adapters.telegram;

import app.aisha.adapters.http.MultipartForm;
import com.pengrad.telegrambot.model.request.InputFile;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.utility.BotUtils;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the library's description of a call into a form, or into multipart where it carries a file. */
final class RequestEncoding {

    private RequestEncoding() {}

    static HttpRequest encoded(BaseRequest<?, ?> request, URI address) {
        var builder = HttpRequest.newBuilder(address);
        return request.isMultipart() ? multipart(builder, request) : form(builder, request.getParameters());
    }

    private static HttpRequest form(HttpRequest.Builder builder, Map<String, Object> parameters) {
        var body = parameters.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + URLEncoder.encode(worded(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest multipart(HttpRequest.Builder builder, BaseRequest<?, ?> request) {
        var form = new MultipartForm();
        request.getParameters().forEach((name, value) -> {
            switch (value) {
                case byte[] bytes -> add(form, name, request, BodyPublishers.ofByteArray(bytes));
                case File file -> add(form, name, request, streamed(file));
                case InputFile file -> add(form, name, file);
                default -> form.field(name, worded(value));
            }
        });
        return builder.header("Content-Type", form.contentType())
                .POST(form.body())
                .build();
    }

    private static void add(MultipartForm form, String name, BaseRequest<?, ?> request, BodyPublisher content) {
        form.file(
                name,
                fileName(request),
                Optional.ofNullable(request.getContentType()).orElse("application/octet-stream"),
                content);
    }

    /** One of several, as in an album, or of a message that is edited; each has a name of its own. */
    private static void add(MultipartForm form, String name, InputFile file) {
        var content = file.getFile() == null ? BodyPublishers.ofByteArray(file.getBytes()) : streamed(file.getFile());
        form.file(
                name,
                safe(Optional.ofNullable(file.getFileName())),
                Optional.ofNullable(file.getContentType()).orElse("application/octet-stream"),
                content);
    }

    private static BodyPublisher streamed(File file) {
        try {
            return BodyPublishers.ofFile(file.toPath());
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server reads the name as UTF-8 up to the next quote and knows no escapes that all clients would undo. */
    private static String fileName(BaseRequest<?, ?> request) {
        return safe(Optional.ofNullable(request.getFileName()));
    }

    private static String safe(Optional<String> name) {
        return name.orElse("file").replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    }

    private static String worded(Object value) {
        return switch (value) {
            case String words -> words;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Enum<?> constant -> constant.name();
            default -> BotUtils.toJson(value);
        };
    }
}
