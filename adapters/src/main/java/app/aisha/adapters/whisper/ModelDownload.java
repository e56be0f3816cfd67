package app.aisha.adapters.whisper;

import app.aisha.adapters.http.HttpClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Fetches models. What is in the folder under the name of a model has its size and its checksum; what comes otherwise is
 * removed again.
 */
public final class ModelDownload {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration FIRST_BYTE = Duration.ofMinutes(1);
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int BUFFER = 1 << 18;
    private static final long MEGABYTE = 1_000_000;

    private final HttpClient http;
    private final URI root;
    private final InstalledModels installed;

    /** Fetches from below a root into the folder. */
    public ModelDownload(Optional<URI> proxy, URI root, InstalledModels installed) {
        this.http = HttpClients.create(proxy, CONNECT);
        this.root = root;
        this.installed = installed;
    }

    /** Whether the very model is there already; reads all of its file. */
    public boolean isInstalled(KnownModel model) {
        var file = installed.fileOf(model);
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == model.bytes()
                    && model.sha256().equals(checksum(file));
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Fetches a model and answers its file.
     *
     * @param progress is told how many bytes have come, with each that came
     */
    public Path fetch(KnownModel model, LongConsumer progress) throws ModelNotFetched, InterruptedException {
        var file = installed.fileOf(model);
        var arriving = file.resolveSibling(model.fileName() + ".part");
        try {
            Files.createDirectories(installed.folder());
            requireRoom(model);
            try (var body = open(model).body()) {
                save(body, arriving, model, progress);
            }
            Files.move(arriving, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new ModelNotFetched("%s did not come: %s".formatted(model.fileName(), reason(e)), e);
        } finally {
            remove(arriving);
        }
    }

    private void requireRoom(KnownModel model) throws IOException, ModelNotFetched {
        var room = Files.getFileStore(installed.folder()).getUsableSpace();
        if (room < model.bytes()) {
            throw new ModelNotFetched("%s needs %d MB, and %s has room for %d MB"
                    .formatted(model.fileName(), model.bytes() / MEGABYTE, installed.folder(), room / MEGABYTE));
        }
    }

    /** Follows where it is sent to, but never from an encrypted address to another one. */
    private HttpResponse<InputStream> open(KnownModel model) throws IOException, InterruptedException, ModelNotFetched {
        var address = model.addressBelow(root);
        for (var i = 0; i <= MOST_REDIRECTS; i++) {
            var request = HttpRequest.newBuilder(address).timeout(FIRST_BYTE).build();
            var response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response;
            }
            response.body().close();
            var next = response.headers().firstValue("Location");
            if (!REDIRECTS.contains(response.statusCode()) || next.isEmpty()) {
                throw new ModelNotFetched("%s did not come: %s answers %d"
                        .formatted(model.fileName(), address.getHost(), response.statusCode()));
            }
            address = next(address, next.get());
        }
        throw new ModelNotFetched(
                "%s did not come: %s sends from one address to another".formatted(model.fileName(), root.getHost()));
    }

    private static URI next(URI address, String location) throws ModelNotFetched {
        try {
            var next = address.resolve(location);
            if ("https".equals(next.getScheme())
                    || ("http".equals(next.getScheme()) && "http".equals(address.getScheme()))) {
                return next;
            }
            throw new ModelNotFetched(address.getHost() + " sends to an address without encryption");
        } catch (IllegalArgumentException e) {
            throw new ModelNotFetched(address.getHost() + " sends to what is no address", e);
        }
    }

    private static void save(InputStream body, Path arriving, KnownModel model, LongConsumer progress)
            throws IOException, ModelNotFetched {
        var digest = sha256();
        var got = 0L;
        try (var in = new DigestInputStream(body, digest);
                var out = FileChannel.open(
                        arriving,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (var read = in.read(buffer); read >= 0 && got <= model.bytes(); read = in.read(buffer)) {
                write(out, ByteBuffer.wrap(buffer, 0, read));
                got += read;
                progress.accept(got);
            }
            out.force(true);
        }
        if (got != model.bytes()) {
            throw new ModelNotFetched("%s was removed: it has %d bytes, %s"
                    .formatted(
                            model.fileName(),
                            model.bytes(),
                            got > model.bytes() ? "and more came" : "and only %d came".formatted(got)));
        }
        if (!model.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw new ModelNotFetched("%s was removed: its checksum is another".formatted(model.fileName()));
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static String checksum(Path file) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String reason(IOException e) {
        var message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + message);
    }

    private static void remove(Path arriving) {
        try {
            Files.deleteIfExists(arriving);
        } catch (IOException _) {
            // The next download writes over it.
        }
    }
}
