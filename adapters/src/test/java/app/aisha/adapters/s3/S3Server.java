package app.aisha.adapters.s3;

import app.aisha.adapters.http.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An S3 server on loopback that checks signatures. */
public final class S3Server implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    public static final String ACCESS_KEY = "AKIATESTTESTTEST";
    public static final String SECRET_KEY = "correct-horse-battery-staple";

    private final Path folder;
    private final S3Proxy proxy;

    public S3Server() {
        folder = newFolder();
        proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("s3-").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    public void start() throws Exception {
        proxy.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        close();
    }

    /** Stops it and removes what it kept. */
    @Override
    @SuppressWarnings("IllegalCatch")
    public void close() throws IOException {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server does not stop", e);
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    S3Settings settings(String bucket) {
        return new S3Settings(endpoint(), "us-east-1", bucket, new Secret(ACCESS_KEY), new Secret(SECRET_KEY), true);
    }

    /** Where a bucket has its objects as files, by their keys. */
    public Path folder(String bucket) {
        return folder.resolve(bucket);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }
}
