package app.aisha.adapters.s3;

import app.aisha.adapters.http.Secret;
import java.net.URI;

/**
 * Where the bucket is and who asks. Prints without its keys.
 *
 * @param endpoint root of the server, such as {@code http://minio:9000}
 * @param region as the server calls it; servers without regions take any, such as {@code us-east-1}
 * @param createsBucket whether a missing bucket is made
 */
public record S3Settings(
        URI endpoint, String region, String bucket, Secret accessKey, Secret secretKey, boolean createsBucket) {}
