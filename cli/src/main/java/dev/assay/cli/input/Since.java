package dev.assay.cli.input;

import dev.assay.cli.terminal.WrongInput;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The start of a period as people type it: a UTC date, an instant, or so long ago. */
public final class Since {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([mhdw])");

  private Since() {}

  /**
   * Reads it.
   *
   * @param option names it where it is wrong
   */
  public static Instant read(String option, String text, Instant now) {
    Instant since =
        ago(text)
            .map(now::minus)
            .or(() -> attempt(() -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()))
            .or(() -> attempt(() -> Instant.parse(text)))
            .orElseThrow(() ->
                new WrongInput(
                    option
                        + ": expected a date such as 2026-11-01, an instant, or a time such as 36h,"
                        + " 7d or 2w, got "
                        + text));
    if (since.isAfter(now)) {
      throw new WrongInput(option + ": expected a time that has passed, got " + text);
    }
    return since;
  }

  private static Optional<Duration> ago(String text) {
    Matcher ago = AGO.matcher(text);
    if (!ago.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(ago.group(1));
    return Optional.of(
        switch (ago.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays(7 * number);
        });
  }

  private static Optional<Instant> attempt(Supplier<Instant> parse) {
    try {
      return Optional.of(parse.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
