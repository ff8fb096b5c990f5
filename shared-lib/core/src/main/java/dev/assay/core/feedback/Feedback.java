package dev.assay.core.feedback;

import dev.assay.core.trace.TraceKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An assessment tied to a trace.
 *
 * @param id computed from trace, revision, key and source, so that a second delivery changes
 *     nothing
 */
public record Feedback(
    String id, TraceKey trace, Assessment assessment, Source source, Instant createdAt) {

  /** The feedback of a machine: one for each (trace, revision, key, source name and version). */
  public static Feedback of(
      TraceKey trace, Assessment assessment, Source source, Instant createdAt) {
    String seed =
        String.join(
            "\u0000",
            trace.toString(),
            assessment.key(),
            source.type().wireName(),
            source.name(),
            source.version());
    return new Feedback(hash(seed), trace, assessment, source, createdAt);
  }

  private static String hash(String seed) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return "fb_" + HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
