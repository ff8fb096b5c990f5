package dev.assay.core.judge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one call is to be made.
 *
 * @param temperature 0 to 1
 * @param seed for providers that take one, so that repeats differ and can be repeated; null for
 *     none
 * @param until when the answer has to be there, waits and repeats included; null leaves it to the
 *     model's own limits
 */
public record CallTerms(double temperature, @Nullable Integer seed, @Nullable Instant until) {
  /** Temperature 0, within the model's own limits. */
  public static final CallTerms STANDARD = new CallTerms(0, null, null);

  public CallTerms {
    if (!(temperature >= 0 && temperature <= 1)) {
      throw new IllegalArgumentException("a temperature is 0 to 1, not " + temperature);
    }
  }

  /** The same, to be done by then. */
  public CallTerms until(Instant end) {
    return new CallTerms(temperature, seed, end);
  }
}
