package dev.assay.local.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S3Proxy with the template's buckets. Signatures are not checked: it listens on loopback alone.
 */
public final class EmbeddedS3 implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedS3.class);

  /** The largest object a single put may bring; S3's own limit is 5 GiB. */
  private static final long LARGEST_PUT = 1L << 30;

  private final S3Proxy server;

  private EmbeddedS3(S3Proxy server) {
    this.server = server;
  }

  /**
   * Starts it and makes the buckets.
   *
   * @param data where objects outlive the process; null keeps them in memory
   */
  public static EmbeddedS3 start(
      Collection<String> buckets, HttpClient client, @Nullable Path data) {
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store(data))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .v4MaxNonChunkedRequestSize(LARGEST_PUT)
            .ignoreUnknownHeaders(true)
            .stopTimeout(0)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not start", e);
    }
    EmbeddedS3 s3 = new EmbeddedS3(server);
    buckets.forEach(bucket -> s3.makeBucket(bucket, client));
    return s3;
  }

  /** Where it answers. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("S3 did not stop cleanly: {}", e.toString());
    }
  }

  private static BlobStore store(@Nullable Path data) {
    if (data == null) {
      return new TransientNio2BlobStore();
    }
    try {
      // A relative directory breaks listing and multipart uploads without a word.
      return new FilesystemNio2BlobStore(Files.createDirectories(data.toAbsolutePath()).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep objects in " + data, e);
    }
  }

  private void makeBucket(String name, HttpClient client) {
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve("/" + name))
            .PUT(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200 && status != 409) { // 409: it is there from an earlier run
        throw new IllegalStateException("making bucket " + name + " answered " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make bucket " + name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making bucket " + name, e);
    }
  }
}
