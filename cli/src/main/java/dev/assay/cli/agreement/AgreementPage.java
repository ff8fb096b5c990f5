package dev.assay.cli.agreement;

import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.TextTable;
import dev.assay.core.judge.AgreementReport;
import dev.assay.core.judge.AgreementReport.Change;
import dev.assay.core.judge.AgreementReport.Version;
import dev.assay.core.judge.Reliability;
import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Confusion;
import dev.assay.core.statistics.Confusion.Rate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.Quantity;
import java.util.Locale;
import java.util.function.Function;

/** An agreement report for people. */
public final class AgreementPage {
  private AgreementPage() {}

  public static String write(Surroundings surroundings, AgreementReport report) {
    StringBuilder out = new StringBuilder();
    out.append(surroundings.heading("Rubric " + report.key())).append('\n');
    out.append(
        String.format(
            Locale.ROOT,
            "  %s judged by people, %d of them not by the judge in the same revision%n",
            Figures.count(report.labelled(), "trace", "traces"),
            report.unpaired()));
    report.changes().forEach(change -> out.append(change(change)));
    report.versions().forEach(version -> out.append(version(surroundings, version)));
    if (report.versions().isEmpty()) {
      out.append("  No judge scored under this key in the time.\n");
    }
    return out.toString();
  }

  private static String change(Change change) {
    return String.format(
        Locale.ROOT,
        "  judge changed %s: %s; %d scores before, %d after%n      from %s%n      to   %s%n",
        change.at(),
        String.join(" and ", change.what()),
        change.before(),
        change.after(),
        change.from(),
        change.to());
  }

  private static String version(Surroundings surroundings, Version version) {
    StringBuilder out = new StringBuilder("\n");
    out.append(surroundings.heading(version.version()));
    out.append(
        String.format(
            Locale.ROOT,
            "%n  %d scored from %s to %s, ",
            version.scored(),
            version.first(),
            version.last()));
    AgreementReport.Figures figures = version.figures();
    out.append(String.format(Locale.ROOT, "%d of them judged by people%n", figures.labelled()));
    if (figures.labelled() == 0) {
      return out.toString();
    }
    out.append(confusion(figures));
    out.append("  weighted by the probability of judging, 95 % intervals:\n");
    out.append(row("Cohen's kappa", figures.kappa(), AgreementPage::agreement));
    out.append(row("Gwet's AC1", figures.ac1(), AgreementPage::agreement));
    out.append(
        row("passed by both, of people's passes (TPR)", figures.passRecall(), AgreementPage::rate));
    out.append(
        row("failed by both, of people's fails (TNR)", figures.failRecall(), AgreementPage::rate));
    out.append("  unweighted:\n");
    out.append(
        row(
            "people among themselves, Krippendorff's alpha",
            figures.amongPeople(),
            one -> String.format(Locale.ROOT, "%.3f", one)));
    out.append(reliability(figures.reliability()));
    out.append(
        """
          No figure is corrected for which traces people chose: every label was given by hand,
          none was drawn with a recorded probability. They hold for the labelled traces.
        """);
    return out.toString();
  }

  private static String confusion(AgreementReport.Figures figures) {
    TextTable table = new TextTable("", "judge fails", "judge passes", "weighted: fails", "passes");
    String[] people = {"people fail", "people pass"};
    for (int human = 0; human < people.length; human++) {
      table.row(
          people[human],
          count(figures.counts(), human, 0),
          count(figures.counts(), human, 1),
          String.format(Locale.ROOT, "%.1f", figures.weighted().weight(human, 0)),
          String.format(Locale.ROOT, "%.1f", figures.weighted().weight(human, 1)));
    }
    return table.text("  ");
  }

  private static String count(Confusion counts, int human, int judge) {
    return String.format(Locale.ROOT, "%.0f", counts.weight(human, judge));
  }

  private static String reliability(Reliability reliability) {
    StringBuilder out = new StringBuilder();
    out.append(row("expected calibration error", reliability.error(), AgreementPage::rate));
    out.append(row("Brier score", reliability.brier(), AgreementPage::rate));
    TextTable table = new TextTable("judge's score", "passed by people", "95 % interval", "n");
    for (Reliability.Row bin : reliability.bins()) {
      Rate passed = bin.passed();
      table.row(
          Figures.score(bin.score()),
          Figures.percent(passed.value()),
          interval(passed.interval()),
          String.format(Locale.ROOT, "%.0f", passed.effectiveSize()));
    }
    return out.append(table.text("    ")).toString();
  }

  private static String rate(Rate rate) {
    return String.format(
        Locale.ROOT,
        "%.3f  %s  n_eff %.1f",
        rate.value(),
        interval(rate.interval()),
        rate.effectiveSize());
  }

  private static String agreement(Agreement agreement) {
    String interval =
        switch (agreement.interval()) {
          case Quantity.Known<Interval>(Interval known) -> interval(known);
          case Quantity.Undefined<Interval>(Quantity.Reason reason) -> "(" + reason.words() + ")";
        };
    return String.format(
        Locale.ROOT, "%.3f  SE %.3f  %s", agreement.value(), agreement.standardError(), interval);
  }

  static String interval(Interval interval) {
    return String.format(Locale.ROOT, "%.3f..%.3f", interval.low(), interval.high());
  }

  static <T> String row(String what, Quantity<T> quantity, Function<T, String> words) {
    String value =
        switch (quantity) {
          case Quantity.Known<T>(T known) -> words.apply(known);
          case Quantity.Undefined<T>(Quantity.Reason reason) -> "undefined: " + reason.words();
        };
    return String.format(Locale.ROOT, "    %-46s %s%n", what, value);
  }
}
