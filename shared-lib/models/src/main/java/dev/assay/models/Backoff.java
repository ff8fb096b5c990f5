package dev.assay.models;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the one second attempt: what the server asks for in Retry-After, else
 * {@code base} with full jitter. A wait longer than {@code longest} is not made here: the message
 * goes back to its queue, which waits for nothing.
 */
final class Backoff {
  static final Duration BASE = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final RandomGenerator random;
  private final Clock clock;

  Backoff(RandomGenerator random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The wait, or empty when it would be too long. */
  Optional<Duration> before(HttpHeaders headers) {
    Duration jittered = BASE.plusMillis(random.nextLong(BASE.toMillis()));
    Duration wait = headers.firstValue("retry-after").flatMap(this::asked).orElse(jittered);
    return wait.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(wait);
  }

  /** Seconds or an HTTP date (RFC 9110, 10.2.3). */
  private Optional<Duration> asked(String value) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(value.strip()))));
    } catch (NumberFormatException e) {
      return date(value);
    }
  }

  private Optional<Duration> date(String value) {
    try {
      Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
