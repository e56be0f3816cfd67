package app.aisha.adapters.fal;

import app.aisha.adapters.fal.FalHttp.Outcome;
import app.aisha.core.work.Fetched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies files of results to disk. Addresses come from outside, so only hosts that are named are asked, over HTTPS, without
 * the key, and a redirect is followed only to another of them. What those names resolve to is not checked: whoever could
 * point a host of FAL into the own network could serve any file anyway. Thread-safe.
 */
final class FalDownload {

    private static final Logger LOG = LoggerFactory.getLogger(FalDownload.class);
    private static final int MOST_REDIRECTS = 3;

    private final FalHttp http;

    FalDownload(FalHttp http) {
        this.http = http;
    }

    Fetched of(URI file, Path target, long limit) throws FalUnavailable, InterruptedException {
        var watch = http.watch();
        var fetched = fetch(file, target, limit);
        switch (fetched) {
            case Fetched.Stored(var bytes) -> LOG.info("fal fetched bytes={} ms={}", bytes, watch.millis());
            case Fetched.Unusable(var why) -> LOG.warn("fal file unusable ms={}: {}", watch.millis(), why);
        }
        return fetched;
    }

    private Fetched fetch(URI file, Path target, long limit) throws FalUnavailable, InterruptedException {
        if (!http.settings().hasFiles(file)) {
            return new Fetched.Unusable("files of FAL do not come from " + file.getHost());
        }
        var incoming = target.resolveSibling(target.getFileName() + ".incoming");
        try {
            var patience = http.settings().timeouts().transfer();
            return http.repeat(patience, () -> attempt(file, incoming, target, limit));
        } finally {
            remove(incoming);
        }
    }

    private Outcome<Fetched> attempt(URI file, Path incoming, Path target, long limit)
            throws IOException, InterruptedException {
        var address = file;
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var response = get(address, incoming, limit);
            var next = redirect(address, response);
            if (next.isEmpty()) {
                return judged(response, incoming, target, limit);
            }
            address = next.get();
            if (!http.settings().hasFiles(address)) {
                return unusable("is redirected to " + address.getHost());
            }
        }
        return unusable("is redirected too often");
    }

    private HttpResponse<OptionalLong> get(URI address, Path incoming, long limit)
            throws IOException, InterruptedException {
        Files.deleteIfExists(incoming);
        var request = HttpRequest.newBuilder(address).GET().build();
        return http.send(
                request,
                info -> body(info, incoming, limit),
                http.settings().timeouts().transfer());
    }

    /** Pages and refusals are not even read. */
    private static BodySubscriber<OptionalLong> body(ResponseInfo info, Path incoming, long limit) {
        if (info.statusCode() != 200 || isPage(info.headers().firstValue("content-type"))) {
            return BodySubscribers.replacing(OptionalLong.empty());
        }
        var onDisk = BodySubscribers.ofFile(incoming, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var announced = info.headers().firstValueAsLong("content-length").orElse(0);
        return BodySubscribers.mapping(new CappedBody(onDisk, announced, limit), OptionalLong::of);
    }

    private Outcome<Fetched> judged(HttpResponse<OptionalLong> response, Path incoming, Path target, long limit)
            throws IOException {
        var status = response.statusCode();
        if (status != 200) {
            return new Outcome<>(
                    new Fetched.Unusable("HTTP " + status),
                    http.passing(new FalAnswer(status, response.headers(), "")));
        }
        if (response.body().isEmpty()) {
            return unusable("is a page");
        }
        var bytes = response.body().getAsLong();
        if (bytes > limit) {
            return unusable("is larger than %d bytes".formatted(limit));
        }
        if (bytes == 0) {
            return unusable("is empty");
        }
        Files.move(incoming, target, StandardCopyOption.REPLACE_EXISTING);
        return new Outcome<>(new Fetched.Stored(bytes), Optional.empty());
    }

    private static Outcome<Fetched> unusable(String why) {
        return new Outcome<>(new Fetched.Unusable(why), Optional.empty());
    }

    private static Optional<URI> redirect(URI from, HttpResponse<?> response) {
        return response.statusCode() / 100 == 3
                ? response.headers()
                        .firstValue("location")
                        .flatMap(Addresses::reference)
                        .map(from::resolve)
                : Optional.empty();
    }

    private static boolean isPage(Optional<String> contentType) {
        return contentType.map(type -> type.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(type -> type.startsWith("text/html") || type.startsWith("application/xhtml"));
    }

    private static void remove(Path incoming) {
        try {
            Files.deleteIfExists(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException("Part of a file stays on the disk", e);
        }
    }
}
