package dev.assay.core.sampling;

import java.util.Locale;

/**
 * What an OpenTelemetry head sampler before us did to the probabilities (method book §7.2,
 * consistent probability sampling: {@code ot=th:…;rv:…} of the trace state).
 */
public final class HeadSampler {
  private static final int DIGITS = 14;

  private HeadSampler() {}

  /** With what probability the head sampler let a trace through. */
  public sealed interface Head {
    /** Known, above 0 and at most 1. */
    record Known(double probability) implements Head {}

    /** {@code PI_UNKNOWN}: it sampled and does not say how; no estimate may use the trace. */
    record Unknown() implements Head {}
  }

  /**
   * Reads the sampler's threshold.
   *
   * @param traceState the value of the {@code ot} member, such as {@code th:c;rv:…}; empty where
   *     there is none
   * @param sampling whether a head sampler is known to be at work
   */
  public static Head read(String traceState, boolean sampling) {
    for (String part : traceState.split(";", -1)) {
      if (part.startsWith("th:")) {
        String digits = part.substring(3);
        return digits.matches("[0-9a-fA-F]{1,14}")
            ? new Head.Known(SampleHash.probability(threshold(digits)))
            : new Head.Unknown();
      }
    }
    return sampling ? new Head.Unknown() : new Head.Known(1);
  }

  /** 56-bit threshold of hexadecimal digits whose trailing zeros may be missing. */
  public static long threshold(String digits) {
    return Long.parseLong(digits + "0".repeat(DIGITS - digits.length()), 16);
  }

  /** The digits of a threshold, trailing zeros removed. */
  public static String digits(long threshold) {
    String digits = String.format(Locale.ROOT, "%014x", threshold).replaceAll("0+$", "");
    return digits.isEmpty() ? "0" : digits;
  }

  /**
   * The randomness of a trace without {@code rv}: the last 56 bits of its id.
   *
   * @param traceId 32 hexadecimal digits
   */
  public static long randomness(String traceId) {
    return Long.parseLong(traceId.substring(traceId.length() - DIGITS), 16);
  }

  /** Both decided by the same randomness: who passes the stricter passes both. */
  public static double nested(double head, double evaluation) {
    return Math.min(head, evaluation);
  }

  /** Decided by our own salted hash, which knows nothing of the head's: both must happen. */
  public static double independent(double head, double evaluation) {
    return head * evaluation;
  }
}
