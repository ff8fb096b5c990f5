package dev.assay.core.judge;

import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Spend;
import dev.assay.core.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of judging again. For one thread. */
final class Rejudging {
  private static final double CONFIDENCE = 0.95;

  private final Map<String, Pairs> pairs = new TreeMap<>();
  private int judged;
  private int unscored;
  private int failed;
  private int later;
  private int stopped;
  private Spend spend = Spend.NOTHING;

  private static final class Pairs {
    private final List<Double> differences = new ArrayList<>();
    private int passToFail;
    private int failToPass;
  }

  void judged() {
    judged++;
  }

  void unscored() {
    unscored++;
  }

  void failed() {
    failed++;
  }

  void later() {
    later++;
  }

  void stopped(int traces) {
    stopped += traces;
  }

  void spent(Spend more) {
    spend = spend.plus(more);
  }

  /** One trace's scores under a key, high meaning good. */
  void changed(String key, Thresholds thresholds, double before, Score after) {
    Pairs own = pairs.computeIfAbsent(key, k -> new Pairs());
    own.differences.add(after.value() - before);
    boolean passed = thresholds.passes(new Score(before));
    boolean passes = thresholds.passes(after);
    own.passToFail += passed && !passes ? 1 : 0;
    own.failToPass += !passed && passes ? 1 : 0;
  }

  RejudgeResult result() {
    List<RejudgeResult.Change> changes = new ArrayList<>();
    pairs.forEach((key, own) ->
        changes.add(
            new RejudgeResult.Change(
                key,
                PairedDifference.of(own.differences, CONFIDENCE),
                own.passToFail,
                own.failToPass)));
    return new RejudgeResult(judged, unscored, failed, later, stopped, spend, changes);
  }
}
