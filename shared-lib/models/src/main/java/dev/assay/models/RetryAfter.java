package dev.assay.models;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: {@code retry-after-ms}, which OpenAI and Azure send, else {@code
 * Retry-After} in seconds or as an HTTP date (RFC 9110, 10.2.3). What cannot be read counts as not
 * said.
 */
final class RetryAfter {
  private static final double LONGEST_SECONDS = 86_400;

  private RetryAfter() {}

  static @Nullable Duration of(Function<String, Optional<String>> headers, Instant now) {
    Optional<Duration> millis =
        headers.apply("retry-after-ms").flatMap(value -> seconds(value, 1_000));
    return millis
        .or(() ->
            headers
                .apply("retry-after")
                .flatMap(value -> seconds(value, 1).or(() -> date(value, now))))
        .orElse(null);
  }

  private static Optional<Duration> seconds(String value, int perSecond) {
    try {
      double seconds = Double.parseDouble(value.strip()) / perSecond;
      if (Double.isNaN(seconds)) {
        return Optional.empty();
      }
      return Optional.of(
          Duration.ofMillis((long) (Math.clamp(seconds, 0, LONGEST_SECONDS) * 1_000)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> date(String value, Instant now) {
    try {
      Instant at =
          ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(at.isBefore(now) ? Duration.ZERO : Duration.between(now, at));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
