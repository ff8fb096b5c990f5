package dev.assay.aws;

import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Pointer;
import dev.assay.wire.ContentHash;
import dev.assay.wire.Segment;
import dev.assay.wire.TraceCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket of segments. Safe for use by several threads. */
final class SegmentObjects {
  private final S3Client s3;
  private final String bucket;

  SegmentObjects(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /**
   * Writes one segment; its key is computed from what is in it.
   *
   * @param names what the bodies are called; they count for the key
   * @return where each body lies, in order
   */
  List<Pointer> write(String prefix, List<String> names, List<Bytes> bodies, Instant at) {
    List<byte[]> parts = new ArrayList<>();
    names.forEach(name -> parts.add(name.getBytes(StandardCharsets.UTF_8)));
    bodies.forEach(body -> parts.add(body.array()));
    String key = Keys.object(prefix, at, ContentHash.of(parts), ".seg");
    List<Pointer> pointers = new ArrayList<>();
    try (Segment.Writer segment = new Segment.Writer()) {
      for (Bytes body : bodies) {
        Segment.Extent extent = segment.add(body);
        pointers.add(new Pointer(key, pointers.size(), extent.offset(), extent.length()));
      }
      s3.putObject(
          request -> request.bucket(bucket).key(key).contentType("application/octet-stream"),
          RequestBody.fromBytes(segment.finish()));
    }
    return pointers;
  }

  /** The bodies behind the pointers, in their order; one ranged read for each segment. */
  List<Bytes> read(List<Pointer> pointers) {
    Map<String, long[]> spans = new LinkedHashMap<>();
    for (Pointer pointer : pointers) {
      long[] span =
          spans.computeIfAbsent(
              pointer.segment(), s -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
      span[0] = Math.min(span[0], pointer.offset());
      span[1] = Math.max(span[1], pointer.offset() + pointer.length());
    }
    Map<String, byte[]> read = new LinkedHashMap<>();
    spans.forEach((segment, span) -> read.put(segment, read(segment, span[0], span[1])));
    return pointers.stream().map(pointer -> decode(pointer, read, spans)).toList();
  }

  private static Bytes decode(
      Pointer pointer, Map<String, byte[]> read, Map<String, long[]> spans) {
    byte[] bytes = read.getOrDefault(pointer.segment(), new byte[0]);
    long from = spans.getOrDefault(pointer.segment(), new long[] {0, 0})[0];
    return TraceCodec.decode(bytes, Math.toIntExact(pointer.offset() - from), pointer.length());
  }

  private byte[] read(String key, long from, long to) {
    try {
      return s3.getObjectAsBytes(
              request -> request.bucket(bucket).key(key).range("bytes=" + from + "-" + (to - 1)))
          .asByteArrayUnsafe();
    } catch (SdkException e) {
      throw new UncheckedIOException(new IOException("segment " + key + " cannot be read", e));
    }
  }
}
