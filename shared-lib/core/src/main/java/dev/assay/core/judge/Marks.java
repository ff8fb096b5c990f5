package dev.assay.core.judge;

import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Draws the words that fence a conversation. */
public final class Marks {
  private static final int BYTES = 16;

  /** A mark of 128 random bits is not met by chance; meeting it means a broken generator. */
  private static final int TRIES = 8;

  private Marks() {}

  /**
   * Marks of 32 hexadecimal digits.
   *
   * @param random safe for several threads and unguessable, in deployment a {@link
   *     java.security.SecureRandom}
   */
  public static Supplier<String> from(RandomGenerator random) {
    return () -> {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      return HexFormat.of().formatHex(bytes);
    };
  }

  /** The first mark that the conversation does not contain. */
  static String notIn(Trace trace, Supplier<String> marks) {
    for (int i = 0; i < TRIES; i++) {
      String mark = marks.get();
      if (!contains(trace, mark)) {
        return mark;
      }
    }
    throw new IllegalStateException("the marks are not random");
  }

  private static boolean contains(Trace trace, String mark) {
    for (Step step : trace.steps()) {
      if (step.text().contains(mark)) {
        return true;
      }
    }
    for (ContextDocument document : trace.context()) {
      if (document.text().contains(mark)) {
        return true;
      }
    }
    return false;
  }
}
