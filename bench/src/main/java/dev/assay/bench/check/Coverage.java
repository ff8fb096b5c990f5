package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How many of the values that an agent states, and that a result before holds, are read as
 * commitments at all; what is not read cannot be caught. Told without a bar: a value in a question
 * or in what the customer is quoted with is rightly none.
 */
final class Coverage {
  private final Map<String, Map<Form, long[]>> counts = new TreeMap<>();
  private final Consumer<String> details;

  Coverage(Consumer<String> details) {
    this.details = details;
  }

  void add(String corpus, Trace trace) {
    Grounds grounds = new Grounds(trace);
    List<Finding> findings = Checked.findings(trace);
    List<LocalDate> days = grounds.days();
    for (int i = 0; i < trace.steps().size(); i++) {
      if (trace.steps().get(i) instanceof Step.AgentTurn turn && !turn.text().isBlank()) {
        int message = i;
        List<Finding> here = findings.stream().filter(one -> one.message() == message).toList();
        amounts(turn.text()).forEach(stated -> add(corpus, trace, here, grounds, message, stated));
        StatedTime.all(turn.text())
            .forEach(stated -> add(corpus, trace, here, grounds, message, stated));
        dates(turn.text(), days)
            .forEach(stated -> add(corpus, trace, here, grounds, message, stated));
      }
    }
  }

  private static List<StatedAmount> amounts(String text) {
    return StatedAmount.all(text).stream()
        .filter(stated -> stated.start() > 0 && text.charAt(stated.start() - 1) == '$')
        .toList();
  }

  /** Dates in words have no year; the first recorded one lends its own. */
  private static List<StatedDate> dates(String text, List<LocalDate> days) {
    return days.isEmpty() ? List.of() : StatedDate.all(text, days.getFirst());
  }

  private void add(
      String corpus,
      Trace trace,
      List<Finding> here,
      Grounds grounds,
      int message,
      Stated<?> stated) {
    Object value =
        stated.value() instanceof BigDecimal amount ? Grounds.plain(amount) : stated.value();
    if (grounds.of(value, message).isEmpty()) {
      return;
    }
    boolean found =
        here.stream().anyMatch(one -> one.start() < stated.end() && one.end() > stated.start());
    long[] count =
        counts
            .computeIfAbsent(corpus, name -> new EnumMap<>(Form.class))
            .computeIfAbsent(form(stated), form -> new long[2]);
    count[0] += found ? 1 : 0;
    count[1]++;
    if (!found) {
      String text = trace.steps().get(message).text();
      int from = Math.max(0, stated.start() - 80);
      int end = Math.min(text.length(), stated.end() + 40);
      String words = text.substring(from, end).replace('\n', ' ');
      String place = trace.id().value() + "\tmessage " + message;
      details.accept(
          "unread\t" + form(stated).words() + "\t" + stated.value() + "\t" + place + "\t" + words);
    }
  }

  private static Form form(Stated<?> stated) {
    return switch (stated) {
      case StatedDate date -> Form.DATE;
      case StatedTime time -> Form.TIME;
      case StatedAmount amount -> Claim.moneyForm(amount.value());
    };
  }

  List<Figure> figures(String name) {
    List<Figure> figures = new ArrayList<>();
    counts.forEach((corpus, forms) ->
        forms.forEach((form, count) -> {
          String what = corpus + ": recorded " + form.words() + " values read at all";
          String unit = "% of " + count[1];
          figures.add(Figure.told(name, what, 100.0 * count[0] / count[1], unit));
        }));
    return figures;
  }
}
