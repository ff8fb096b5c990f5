package dev.assay.cli.agreement;

import dev.assay.core.judge.AgreementReport;
import dev.assay.core.judge.AgreementReport.Change;
import dev.assay.core.judge.AgreementReport.Version;
import dev.assay.core.judge.Reliability;
import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Confusion;
import dev.assay.core.statistics.Confusion.Rate;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.Quantity;
import dev.assay.wire.Mappers;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An agreement report for machines. What is undefined is an object with its reason alone. */
public final class AgreementJson {
  private AgreementJson() {}

  public static ObjectNode write(AgreementReport report) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("key", report.key());
    json.put("labelled", report.labelled());
    json.put("unpaired", report.unpaired());
    ArrayNode changes = json.putArray("judge_changed");
    report.changes().forEach(change -> write(changes.addObject(), change));
    ArrayNode versions = json.putArray("versions");
    report.versions().forEach(version -> write(versions.addObject(), version));
    return json;
  }

  private static void write(ObjectNode json, Change change) {
    json.put("at", change.at().toString());
    ArrayNode what = json.putArray("what");
    change.what().forEach(what::add);
    json.put("from", change.from()).put("to", change.to());
    json.put("scored_before", change.before()).put("scored_after", change.after());
  }

  private static void write(ObjectNode json, Version version) {
    json.put("version", version.version()).put("scored", version.scored());
    json.put("first", version.first().toString()).put("last", version.last().toString());
    AgreementReport.Figures figures = version.figures();
    json.put("labelled", figures.labelled());
    json.put("labels", "chosen by hand: no figure is corrected for their choice");
    ObjectNode weighted = json.putObject("weighted_by_probability_of_judging");
    confusion(weighted.putObject("confusion"), figures.weighted());
    put(weighted, "kappa", figures.kappa(), AgreementJson::agreement);
    put(weighted, "ac1", figures.ac1(), AgreementJson::agreement);
    put(weighted, "tpr", figures.passRecall(), AgreementJson::rate);
    put(weighted, "tnr", figures.failRecall(), AgreementJson::rate);
    ObjectNode raw = json.putObject("unweighted");
    confusion(raw.putObject("confusion"), figures.counts());
    put(raw, "alpha_among_people", figures.amongPeople(), (to, alpha) -> to.put("value", alpha));
    reliability(raw, figures.reliability());
  }

  private static void reliability(ObjectNode raw, Reliability reliability) {
    put(raw, "expected_calibration_error", reliability.error(), AgreementJson::rate);
    put(raw, "brier", reliability.brier(), AgreementJson::rate);
    ArrayNode bins = raw.putArray("reliability");
    for (Reliability.Row bin : reliability.bins()) {
      ObjectNode row = bins.addObject().put("score", bin.score());
      rate(row.putObject("passed_by_people"), bin.passed());
    }
  }

  private static void confusion(ObjectNode json, Confusion table) {
    json.put("people_fail_judge_fails", table.weight(0, 0));
    json.put("people_fail_judge_passes", table.weight(0, 1));
    json.put("people_pass_judge_fails", table.weight(1, 0));
    json.put("people_pass_judge_passes", table.weight(1, 1));
  }

  private static void agreement(ObjectNode json, Agreement agreement) {
    json.put("value", agreement.value()).put("standard_error", agreement.standardError());
    put(json, "interval", agreement.interval(), AgreementJson::interval);
  }

  private static void rate(ObjectNode json, Rate rate) {
    json.put("value", rate.value()).put("n_eff", rate.effectiveSize());
    interval(json.putObject("interval"), rate.interval());
  }

  static void interval(ObjectNode json, Interval interval) {
    json.put("low", interval.low()).put("high", interval.high());
  }

  static <T> void put(
      ObjectNode json, String name, Quantity<T> quantity, BiConsumer<ObjectNode, T> write) {
    ObjectNode node = json.putObject(name);
    switch (quantity) {
      case Quantity.Known<T>(T known) -> write.accept(node, known);
      case Quantity.Undefined<T>(Quantity.Reason reason) -> node.put("undefined", reason.words());
    }
  }
}
