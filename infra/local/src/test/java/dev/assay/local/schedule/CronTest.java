package dev.assay.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CronTest {
  @ParameterizedTest
  @CsvSource({
    "cron(0 3 * * ? *), Europe/London, 2026-11-22T04:00:00Z, 2026-11-23T03:00:00Z",
    "cron(0 3 * * ? *), Europe/London, 2026-07-01T00:00:00Z, 2026-07-01T02:00:00Z",
    "cron(0 3 * * ? *), UTC, 2026-11-22T03:00:00Z, 2026-11-23T03:00:00Z",
    "cron(0/15 * * * ? *), UTC, 2026-11-22T03:01:00Z, 2026-11-22T03:15:00Z",
    "cron(30 8 ? * MON-FRI *), UTC, 2026-11-20T09:00:00Z, 2026-11-23T08:30:00Z",
    "cron(0 0 L * ? *), UTC, 2026-02-01T00:00:00Z, 2026-02-28T00:00:00Z",
    "'cron(0 6 1 JAN,APR,JUL,OCT ? *)', UTC, 2026-11-22T00:00:00Z, 2027-01-01T06:00:00Z",
    "cron(30 1 * * ? *), Europe/London, 2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z",
    "rate(5 minutes), UTC, 2026-11-22T03:01:00Z, 2026-11-22T03:06:00Z",
  })
  void the_next_time_is_the_local_one(String text, String zone, Instant after, Instant expected) {
    assertThat(Recurrence.parse(text, ZoneId.of(zone)).next(after)).contains(expected);
  }

  @Test
  void a_year_that_is_over_never_comes() {
    assertThat(
            Recurrence.parse("cron(0 3 * * ? 2020)", ZoneId.of("UTC"))
                .next(Instant.parse("2026-11-22T00:00:00Z")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"cron(0 3 * *)", "cron(0 25 * * ? *)", "cron(0 3 15W * ? *)", "every day"})
  void what_it_cannot_read_it_refuses(String text) {
    assertThatThrownBy(() -> Recurrence.parse(text, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
