package dev.assay.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static @Nullable Duration of(Map<String, String> headers) {
    return RetryAfter.of(name -> Optional.ofNullable(headers.get(name)), NOW);
  }

  private static @Nullable Duration after(String value) {
    return of(Map.of("retry-after", value));
  }

  @Test
  void seconds_a_date_and_milliseconds_are_read() {
    assertThat(after("7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(after(" 0.5 ")).isEqualTo(Duration.ofMillis(500));
    assertThat(after("Sun, 22 Nov 2026 10:00:30 GMT")).isEqualTo(Duration.ofSeconds(30));
    assertThat(of(Map.of("retry-after-ms", "1250", "retry-after", "9")))
        .isEqualTo(Duration.ofMillis(1250));
  }

  @Test
  void what_is_past_is_no_wait_and_what_is_absurd_is_a_day() {
    assertThat(after("-3")).isZero();
    assertThat(after("Sun, 22 Nov 2026 09:00:00 GMT")).isZero();
    assertThat(after("1e300")).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void what_cannot_be_read_counts_as_not_said() {
    assertThat(after("soon")).isNull();
    assertThat(after("NaN")).isNull();
    assertThat(after("Mon, 22 Nov 2026 10:00:30 GMT")).as("it was a Sunday").isNull();
    assertThat(of(Map.of())).isNull();
    assertThat(of(Map.of("retry-after-ms", "x", "retry-after", "2")))
        .isEqualTo(Duration.ofSeconds(2));
  }
}
