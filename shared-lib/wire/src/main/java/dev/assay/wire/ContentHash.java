package dev.assay.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Ids computed from content: the same input has the same id, whoever computes it. */
public final class ContentHash {
  private static final int BYTES = 12;

  private ContentHash() {}

  /** 24 hex digits of SHA-256 over a text. */
  public static String of(String text) {
    return of(List.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** 24 hex digits of SHA-256 over parts, each ended by a zero byte. */
  public static String of(Iterable<byte[]> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha.update(part);
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
