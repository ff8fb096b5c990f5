package dev.assay.aws;

import dev.assay.core.ingest.LargeBodies;
import dev.assay.core.ingest.Problem;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Bodies by pointer. The message's author chooses bucket and key, so only buckets of the allow-list
 * are read, and only after their object's size is known.
 */
public final class S3LargeBodies implements LargeBodies {
  private final S3Client s3;
  private final Set<String> allowedBuckets;

  S3LargeBodies(S3Client s3, Set<String> allowedBuckets) {
    this.s3 = s3;
    this.allowedBuckets = Set.copyOf(allowedBuckets);
  }

  @Override
  public Fetched fetch(String bucket, String key) {
    if (!allowedBuckets.contains(bucket)) {
      return denied("s3BucketName", "a bucket of the allow-list", "another one");
    }
    try {
      long size = s3.headObject(request -> request.bucket(bucket).key(key)).contentLength();
      if (size > Mappers.MAX_BODY_BYTES) {
        return denied("s3Key", "an object of at most 64 MiB", size + " bytes");
      }
      return new Body(
          Bytes.of(
              s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe()));
    } catch (SdkException e) {
      throw new UncheckedIOException(new IOException("a body by pointer cannot be read", e));
    }
  }

  private static Denied denied(String field, String expected, String got) {
    return new Denied(new Problem(field, expected, got));
  }
}
