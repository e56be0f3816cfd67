package app.aisha.adapters.s3;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whether the bucket is there and the keys may do all that is needed, tried with an object of a few bytes. */
public final class S3Checkup implements Checkup {

    private static final String BUCKET = "bucket";
    private static final String FOLDER = "doctor";
    private static final int MISSING = 404;

    private final S3Settings settings;

    /** Connects to nothing yet; makes no bucket, whatever the settings say. */
    public S3Checkup(S3Settings settings) {
        this.settings = new S3Settings(
                settings.endpoint(),
                settings.region(),
                settings.bucket(),
                settings.accessKey(),
                settings.secretKey(),
                false);
    }

    @Override
    public String subject() {
        return BUCKET;
    }

    @Override
    public List<Finding> findings() {
        try (var store = new S3MediaStore(settings)) {
            return List.of(closed(store).orElseGet(() -> rights(store)));
        }
    }

    /** Keys that may not look at the bucket itself may yet have the rights that count. */
    private Optional<Finding> closed(S3MediaStore store) {
        try {
            store.open();
            return Optional.empty();
        } catch (MediaUnavailable e) {
            if (!(e.getCause() instanceof S3Exception answer)) {
                return Optional.of(Finding.wrong(
                        BUCKET,
                        String.valueOf(e.getMessage()),
                        "look at MINIO_ENDPOINT, the server, DNS and the firewall"));
            }
            return answer.statusCode() == MISSING
                    ? Optional.of(Finding.doubtful(
                            BUCKET,
                            "there is no %s yet".formatted(settings.bucket()),
                            "start her, which makes it where the keys may; else make it or correct MINIO_BUCKET"))
                    : Optional.empty();
        }
    }

    /** What an object goes through. */
    @FunctionalInterface
    private interface Deed {

        boolean succeeds() throws MediaUnavailable;
    }

    private Finding rights(S3MediaStore store) {
        var folder = MediaKey.of(FOLDER).orElseThrow();
        var key = MediaKey.of(FOLDER + "/" + UUID.randomUUID()).orElseThrow();
        try {
            var probe = Files.createTempFile("aisha-doctor-", "");
            try {
                Files.writeString(probe, "probe");
                var troubles = new ArrayList<String>();
                attempt("put", troubles, () -> put(store, key, probe));
                attempt("get", troubles, () -> store.fetch(key, probe));
                attempt("list", troubles, () -> store.under(folder).contains(key));
                attempt("delete", troubles, () -> deleted(store, key));
                return told(troubles);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return Finding.wrong(
                    BUCKET,
                    "not tried: no temporary file can be written (%s)"
                            .formatted(e.getClass().getSimpleName()),
                    "mount a writable /tmp");
        }
    }

    private static boolean put(S3MediaStore store, MediaKey key, Path probe) throws MediaUnavailable {
        store.put(key, probe, "text/plain");
        return true;
    }

    private static boolean deleted(S3MediaStore store, MediaKey key) throws MediaUnavailable {
        store.delete(key);
        return true;
    }

    private static void attempt(String deed, List<String> troubles, Deed attempt) {
        try {
            if (!attempt.succeeds()) {
                troubles.add(deed + " (finds nothing)");
            }
        } catch (MediaUnavailable e) {
            troubles.add("%s (%s)"
                    .formatted(
                            deed,
                            String.valueOf(e.getMessage())
                                    .replaceFirst(".*, ", "")
                                    .strip()));
        }
    }

    private Finding told(List<String> troubles) {
        return troubles.isEmpty()
                ? Finding.fine(
                        BUCKET, "%s at %s: put, get, list, delete".formatted(settings.bucket(), settings.endpoint()))
                : Finding.wrong(
                        BUCKET,
                        "%s at %s does not let these keys %s"
                                .formatted(settings.bucket(), settings.endpoint(), String.join(", ", troubles)),
                        "give MINIO_ACCESS_KEY the rights s3:PutObject, s3:GetObject, s3:DeleteObject and"
                                + " s3:ListBucket, or correct it and MINIO_SECRET_KEY");
    }
}
