package dev.assay.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When something recurs: EventBridge's {@code rate(…)} and {@code cron(…)} expressions. */
public sealed interface Recurrence permits Recurrence.Rate, Cron {
  /** The next time strictly after the given one; empty when there is none. */
  Optional<Instant> next(Instant after);

  /** Reads an expression; cron fields mean the zone's local time. */
  static Recurrence parse(String expression, ZoneId zone) {
    Matcher rate = Rate.FORM.matcher(expression);
    if (rate.matches()) {
      return new Rate(Rate.unit(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1))));
    }
    if (expression.startsWith("cron(") && expression.endsWith(")")) {
      return Cron.parse(expression.substring(5, expression.length() - 1), zone);
    }
    throw new IllegalArgumentException("expected rate(…) or cron(…), got " + expression);
  }

  /** Every so often. */
  record Rate(Duration every) implements Recurrence {
    private static final Pattern FORM = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private static Duration unit(String name) {
      return switch (name) {
        case "minute" -> Duration.ofMinutes(1);
        case "hour" -> Duration.ofHours(1);
        default -> Duration.ofDays(1);
      };
    }

    @Override
    public Optional<Instant> next(Instant after) {
      return Optional.of(after.plus(every));
    }
  }
}
