package app.aisha.app.story;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.redis.Redis;
import app.aisha.adapters.s3.S3Server;
import app.aisha.app.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;

/** What instances share besides the database: a real Redis, and an S3 server that checks signatures. */
final class SharedStores implements AutoCloseable {

    private static final String BUCKET = "aisha";

    final Redis redis = new Redis();
    private final S3Server bucket = new S3Server();

    SharedStores() throws Exception {
        redis.start();
        bucket.start();
    }

    int bucketPort() {
        return bucket.endpoint().getPort();
    }

    Path media() {
        return bucket.folder(BUCKET);
    }

    Settings.S3 bucket() {
        return new Settings.S3(
                bucket.endpoint(), new Secret(S3Server.ACCESS_KEY), new Secret(S3Server.SECRET_KEY), BUCKET);
    }

    @Override
    public void close() throws IOException {
        redis.stop();
        bucket.close();
    }
}
