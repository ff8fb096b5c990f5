package dev.assay.bench.judge;

import dev.assay.bench.check.Edits;
import dev.assay.core.statistics.SplitMix64;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One digit of something the agent said made another, chosen without the check: any amount, date,
 * time, count or identifier alike, whether anything is known of it or not. Some of what is chosen
 * was no claim, or untrue before, so that no judge can reach 1.
 */
final class BlindCorruption {
  private static final Pattern VALUE =
      Pattern.compile("[A-Za-z0-9_$#.,:-]*[0-9](?:[0-9,.:]*[0-9])?");
  private static final Pattern LIST_MARK = Pattern.compile("(?m)^\\s*[0-9]+[.)]");
  private static final int TRIES = 20;

  private BlindCorruption() {}

  private record Place(int step, int start, int end) {}

  /** Empty where the agent said nothing with a digit, or every other digit stands somewhere. */
  static Optional<Trace> of(Trace trace, SplitMix64 random) {
    List<Place> places = places(trace);
    String all = everything(trace);
    for (int i = 0; i < TRIES && !places.isEmpty(); i++) {
      Place place = places.get(random.index(places.size()));
      String text = trace.steps().get(place.step()).text();
      String words = text.substring(place.start(), place.end());
      String other = otherDigit(words, random);
      if (!all.contains(other)) {
        return Optional.of(
            saying(
                trace,
                place.step(),
                text.substring(0, place.start()) + other + text.substring(place.end())));
      }
    }
    return Optional.empty();
  }

  private static List<Place> places(Trace trace) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      if (trace.steps().get(i) instanceof Step.AgentTurn turn) {
        String text =
            LIST_MARK.matcher(turn.text()).replaceAll(m -> "-".repeat(m.group().length()));
        Matcher values = VALUE.matcher(text);
        while (values.find()) {
          places.add(new Place(i, values.start(), values.end()));
        }
      }
    }
    return places;
  }

  private static String otherDigit(String words, SplitMix64 random) {
    List<Integer> digits = new ArrayList<>();
    for (int i = 0; i < words.length(); i++) {
      if (Character.isDigit(words.charAt(i))) {
        digits.add(i);
      }
    }
    int at = digits.get(random.index(digits.size()));
    int digit = (words.charAt(at) - '0' + 1 + random.index(9)) % 10;
    return words.substring(0, at) + digit + words.substring(at + 1);
  }

  private static String everything(Trace trace) {
    StringBuilder all = new StringBuilder();
    trace.steps().forEach(step -> all.append(step.text()).append('\n'));
    for (ContextDocument document : trace.context()) {
      all.append(document.text()).append('\n');
    }
    return all.toString();
  }

  private static Trace saying(Trace trace, int step, String text) {
    List<Step> steps = new ArrayList<>(trace.steps());
    if (steps.get(step) instanceof Step.AgentTurn turn) {
      steps.set(step, new Step.AgentTurn(text, turn.calls(), turn.timing(), turn.interrupted()));
    }
    return Edits.withSteps(trace, steps);
  }
}
