package app.aisha.adapters.s3;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Comparator.comparing;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps objects in one bucket, under keys equal to ours. A call gives up after {@link #LONGEST_CALL}, tries included; a
 * server that is silent for {@link #SILENCE} is not waited for.
 */
public final class S3MediaStore implements MediaStore, AutoCloseable {

    static final Duration CONNECTING = Duration.ofSeconds(5);
    static final Duration SILENCE = Duration.ofSeconds(30);
    static final Duration LONGEST_TRY = Duration.ofMinutes(5);
    static final Duration LONGEST_CALL = Duration.ofMinutes(10);

    private final S3Client client;
    private final S3Settings settings;
    private final String bucket;

    /** Connects lazily: nothing is asked of the server yet. */
    public S3MediaStore(S3Settings settings) {
        this.settings = settings;
        this.bucket = settings.bucket();
        this.client = S3Client.builder()
                .endpointOverride(settings.endpoint())
                .region(Region.of(settings.region()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        settings.accessKey().reveal(), settings.secretKey().reveal())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(limits -> limits.apiCallAttemptTimeout(LONGEST_TRY)
                        .apiCallTimeout(LONGEST_CALL)
                        .retryStrategy(RetryMode.STANDARD))
                .build();
    }

    /**
     * To be called once at the start: proves that the server answers, knows the keys and has the bucket, which is made where
     * the settings allow it.
     */
    public void open() throws MediaUnavailable {
        try {
            client.headBucket(request -> request.bucket(bucket));
        } catch (S3Exception refusal) {
            if (refusal.statusCode() != 404 || !settings.createsBucket()) {
                throw unavailable("open the bucket", refusal);
            }
            create();
        } catch (SdkException failure) {
            throw unavailable("open the bucket", failure);
        }
    }

    private void create() throws MediaUnavailable {
        try {
            client.createBucket(request -> request.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException _) {
            return;
        } catch (SdkException failure) {
            throw unavailable("make the bucket", failure);
        }
    }

    @Override
    public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
        if (!Files.isReadable(file)) {
            throw new MediaUnavailable("Cannot put " + key.value(), new IOException("No readable file " + file));
        }
        try {
            client.putObject(
                    request -> request.bucket(bucket).key(key.value()).contentType(contentType),
                    RequestBody.fromFile(file));
        } catch (SdkException failure) {
            throw unavailable("put " + key.value(), failure);
        }
    }

    @Override
    public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
        var partial = target.toAbsolutePath().resolveSibling(".fetch-" + UUID.randomUUID());
        try {
            try {
                var answer = client.getObject(
                        request -> request.bucket(bucket).key(key.value()), ResponseTransformer.toFile(partial));
                requireLength(answer.contentLength(), partial);
                Files.move(partial, target, ATOMIC_MOVE, REPLACE_EXISTING);
                return true;
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (NoSuchKeyException _) {
            return false;
        } catch (SdkException failure) {
            throw unavailable("fetch " + key.value(), failure);
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot fetch " + key.value(), failure);
        }
    }

    private static void requireLength(long announced, Path file) throws IOException {
        var received = Files.size(file);
        if (received != announced) {
            throw new IOException("%d bytes came of %d".formatted(received, announced));
        }
    }

    @Override
    public OptionalLong size(MediaKey key) throws MediaUnavailable {
        try {
            return head(key)
                    .map(answer -> OptionalLong.of(answer.contentLength()))
                    .orElseGet(OptionalLong::empty);
        } catch (SdkException failure) {
            throw unavailable("measure " + key.value(), failure);
        }
    }

    /** The answer to HEAD has no body to tell a missing key from a missing bucket, so the bucket is asked for. */
    private Optional<HeadObjectResponse> head(MediaKey key) {
        try {
            return Optional.of(
                    client.headObject(request -> request.bucket(bucket).key(key.value())));
        } catch (NoSuchKeyException _) {
            client.headBucket(request -> request.bucket(bucket));
            return Optional.empty();
        }
    }

    @Override
    public void delete(MediaKey key) throws MediaUnavailable {
        try {
            client.deleteObject(request -> request.bucket(bucket).key(key.value()));
        } catch (NoSuchKeyException _) {
            return;
        } catch (SdkException failure) {
            throw unavailable("delete " + key.value(), failure);
        }
    }

    @Override
    public List<MediaKey> under(MediaKey folder) throws MediaUnavailable {
        try {
            return client
                    .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(folder.value() + "/"))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .flatMap(name -> MediaKey.of(name).stream())
                    .sorted(comparing(MediaKey::value))
                    .toList();
        } catch (SdkException failure) {
            throw unavailable("list " + folder.value(), failure);
        }
    }

    /** Names the server and what it said; never the keys. */
    private MediaUnavailable unavailable(String deed, SdkException failure) {
        var reason = failure instanceof S3Exception answer
                ? "status %d %s".formatted(answer.statusCode(), code(answer))
                : failure.getClass().getSimpleName();
        return new MediaUnavailable(
                "Cannot %s: bucket %s at %s, %s".formatted(deed, bucket, settings.endpoint(), reason), failure);
    }

    private static String code(S3Exception answer) {
        var details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    @Override
    public void close() {
        client.close();
    }
}
