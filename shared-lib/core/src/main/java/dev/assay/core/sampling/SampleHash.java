package dev.assay.core.sampling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The deterministic coin: 56 bits of SHA-256 over salt, a zero byte and the conversation id, held
 * against a threshold (method book §7.1). Decisions are nested: who is kept at 10 % is kept at 30
 * %.
 */
public final class SampleHash {
  private static final long SPACE = 1L << 56;

  private SampleHash() {}

  /** R: 0 ≤ R &lt; 2^56. */
  public static long of(String salt, String conversation) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(salt.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      byte[] digest = sha.digest(conversation.getBytes(StandardCharsets.UTF_8));
      long bits = 0;
      for (int i = 0; i < 7; i++) {
        bits = bits << 8 | (digest[i] & 0xff);
      }
      return bits;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * u of the hash, above 0 and at most 1: kept at a rate π exactly when u ≤ π (§7.4). Rounded to a
   * double, as {@link #probability} is, which keeps their order.
   */
  public static double luck(long hash) {
    if (hash < 0 || hash >= SPACE) {
      throw new IllegalArgumentException("hash: expected 56 bits, got " + hash);
    }
    return (SPACE - hash) / (double) SPACE;
  }

  /** T: a conversation is kept when R ≥ T. Exact arithmetic: a double has only 53 of the bits. */
  public static long threshold(int basisPoints) {
    return SPACE
        - BigDecimal.valueOf(SPACE)
            .multiply(BigDecimal.valueOf(basisPoints, 4))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }

  /** The exact share of conversations that reach the threshold. */
  public static double probability(long threshold) {
    return (SPACE - threshold) / (double) SPACE;
  }
}
