package dev.assay.models;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a call is made again: exponential backoff with full jitter (a wait drawn evenly from nothing
 * up to {@code base · 2^n}, at most {@code longest}), never sooner than the server asks for.
 *
 * @param attempts the first one included
 * @param base the upper end of the first wait
 * @param longest a wait beyond it is not made here: the message goes back to its queue, which waits
 *     for nothing
 * @param inLine the longest wait for the model's rate to have room
 * @param total from the first attempt to the last, waits included
 */
record Patience(int attempts, Duration base, Duration longest, Duration inLine, Duration total) {
  /** Twice the total (a judge asks twice at most) fits into the judge's 300 seconds. */
  static final Patience DEFAULT =
      new Patience(
          4,
          Duration.ofMillis(500),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  Patience {
    if (attempts < 1 || !base.isPositive() || longest.isNegative() || !total.isPositive()) {
      throw new IllegalArgumentException("a call is made once or more, in more than no time");
    }
  }

  /** The same within another total, of which at most half is spent in line. */
  Patience within(Duration other) {
    return new Patience(attempts, base, longest, other.dividedBy(2), other);
  }

  /**
   * The wait before the next attempt; empty when it would be too long.
   *
   * @param failures attempts so far, from 1
   * @param asked what the server asks for
   */
  Optional<Duration> before(int failures, @Nullable Duration asked, RandomGenerator random) {
    long ceiling = Math.min(longest.toMillis(), base.toMillis() << Math.min(failures - 1, 20));
    Duration jitter = Duration.ofMillis(ceiling == 0 ? 0 : random.nextLong(ceiling + 1));
    if (asked == null) {
      return Optional.of(jitter);
    }
    // All that were told the same would come back at once without a little jitter of their own.
    long spread = random.nextLong(base.toMillis() + 1);
    return asked.compareTo(longest) > 0 ? Optional.empty() : Optional.of(asked.plusMillis(spread));
  }
}
