package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One grounded commitment of a trace, with the places in its words where its values stand. */
record Claim(Trace trace, Finding finding) {
  private static final Pattern DECIMAL = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TIME = Pattern.compile("T(\\d\\d:\\d\\d)");

  String text() {
    return finding.text();
  }

  private String normalised() {
    return String.valueOf(finding.normalised());
  }

  /** The number that the commitment is about, where it stands in the words. */
  Optional<StatedAmount> amount() {
    List<BigDecimal> readings = new ArrayList<>();
    Matcher decimals = DECIMAL.matcher(normalised());
    while (decimals.find()) {
      readings.add(new BigDecimal(decimals.group()));
    }
    return StatedAmount.all(text()).stream()
        .filter(stated -> readings.stream().anyMatch(one -> one.compareTo(stated.value()) == 0))
        .findFirst();
  }

  Optional<StatedDate> date() {
    Matcher dates = DATE.matcher(normalised());
    while (dates.find()) {
      Optional<LocalDate> reading = day(dates.group());
      Optional<StatedDate> stated =
          reading.flatMap(day ->
              StatedDate.all(text(), day).stream()
                  .filter(one -> one.value().equals(day))
                  .findFirst());
      if (stated.isPresent()) {
        return stated;
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String iso) {
    try {
      return Optional.of(LocalDate.parse(iso));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<StatedTime> time() {
    List<LocalTime> readings = new ArrayList<>();
    Matcher times = TIME.matcher(normalised());
    while (times.find()) {
      readings.add(LocalTime.parse(times.group(1)));
    }
    return StatedTime.all(text()).stream()
        .filter(stated -> readings.contains(stated.value()))
        .findFirst();
  }

  static Form moneyForm(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() > 0 ? Form.CENTS : Form.ROUND;
  }

  /** The line the claim stands in and the one before, in lower case. */
  String surroundings() {
    String text = trace.steps().get(finding.message()).text();
    int line = text.lastIndexOf('\n', Math.max(0, finding.start() - 1));
    int before = line <= 0 ? 0 : text.lastIndexOf('\n', line - 1) + 1;
    int end = text.indexOf('\n', finding.end());
    return text.substring(before, end < 0 ? text.length() : end).toLowerCase(Locale.ROOT);
  }

  /** The trace with other words where the commitment stood. */
  Trace saying(String words) {
    List<Step> steps = new ArrayList<>(trace.steps());
    Step step = steps.get(finding.message());
    String text = step.text();
    String changed = text.substring(0, finding.start()) + words + text.substring(finding.end());
    if (step instanceof Step.AgentTurn turn) {
      steps.set(
          finding.message(),
          new Step.AgentTurn(changed, turn.calls(), turn.timing(), turn.interrupted()));
    }
    return Edits.withSteps(trace, steps);
  }
}
