package dev.assay.core.judge;

import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.FeedbackLog.NotedScore;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.AgreementReport.Change;
import dev.assay.core.judge.AgreementReport.Figures;
import dev.assay.core.judge.AgreementReport.Version;
import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Agreement.Weighting;
import dev.assay.core.statistics.Calibration.Labelled;
import dev.assay.core.statistics.Confusion;
import dev.assay.core.statistics.Krippendorff;
import dev.assay.core.trace.TraceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what people and each version of a judge said of the same traces and revisions, under one
 * key (method book §6.1, §6.2). Reads the index of scores a day at a time and keeps of it only what
 * people judged.
 */
public final class JudgeAgreement {
  private static final double CONFIDENCE = 0.95;
  private static final Duration AT_ONCE = Duration.ofHours(24);
  private static final int FAIL = 0;
  private static final int PASS = 1;

  private final FeedbackLog log;

  public JudgeAgreement(FeedbackLog log) {
    this.log = log;
  }

  /**
   * Compares.
   *
   * @param thresholds say which scores pass, people's and the judge's alike
   * @param from of traces that began in this hour or later
   */
  public AgreementReport of(
      String project, String key, Thresholds thresholds, Instant from, Instant to) {
    Map<String, Heard> versions = new HashMap<>();
    int labelled = 0;
    int unpaired = 0;
    for (Instant day = from; !day.isAfter(to); day = day.plus(AT_ONCE)) {
      // A partition of the index is an hour, both ends are in.
      Instant last = day.plus(AT_ONCE).minus(Duration.ofHours(1));
      List<NotedScore> scores = log.scores(project, key, day, last.isAfter(to) ? to : last);
      for (List<NotedScore> said : byTrace(scores).values()) {
        Labels labels = Labels.of(said);
        int heard = hear(said, labels, versions);
        labelled += labels.isEmpty() ? 0 : 1;
        unpaired += !labels.isEmpty() && heard == 0 ? 1 : 0;
      }
    }
    List<Heard> inOrder =
        versions.values().stream()
            .sorted(Comparator.comparing((Heard one) -> one.first).thenComparing(one -> one.name))
            .toList();
    return new AgreementReport(
        key,
        inOrder.stream().map(one -> one.version(thresholds)).toList(),
        changes(inOrder),
        labelled,
        unpaired);
  }

  private static Map<TraceKey, List<NotedScore>> byTrace(List<NotedScore> scores) {
    Map<TraceKey, List<NotedScore>> byTrace = new LinkedHashMap<>();
    scores.forEach(one -> byTrace.computeIfAbsent(one.trace(), t -> new ArrayList<>()).add(one));
    return byTrace;
  }

  /** How many versions of the judge scored the trace. */
  private static int hear(List<NotedScore> said, Labels labels, Map<String, Heard> versions) {
    int heard = 0;
    for (NotedScore one : said) {
      if (one.source().type() == Source.Type.JUDGE) {
        String name = name(one.source());
        versions.computeIfAbsent(name, Heard::new).add(one, labels);
        heard++;
      }
    }
    return heard;
  }

  /** A judge that speaks for rubrics has their names, which are the key. */
  private static String name(Source source) {
    return source.name() + "@" + source.version();
  }

  private static List<Change> changes(List<Heard> inOrder) {
    List<Change> changes = new ArrayList<>();
    for (int i = 1; i < inOrder.size(); i++) {
      Heard before = inOrder.get(i - 1);
      Heard after = inOrder.get(i);
      changes.add(
          new Change(
              after.first,
              before.name,
              after.name,
              before.parts().changedTo(after.parts()),
              before.scored,
              after.scored));
    }
    return changes;
  }

  /** What one version said. For one thread. */
  private static final class Heard {
    private final String name;
    private final List<Pair> pairs = new ArrayList<>();
    private long scored;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    Heard(String name) {
      this.name = name;
    }

    void add(NotedScore score, Labels labels) {
      scored++;
      first = score.at().isBefore(first) ? score.at() : first;
      last = score.at().isAfter(last) ? score.at() : last;
      if (!labels.isEmpty()) {
        pairs.add(new Pair(score, labels));
      }
    }

    JudgeVersion parts() {
      return JudgeVersion.parse(name.substring(name.indexOf('@') + 1));
    }

    Version version(Thresholds thresholds) {
      return new Version(name, scored, first, last, figures(pairs, thresholds));
    }
  }

  private record Pair(NotedScore judge, Labels people) {
    double weight() {
      return 1 / judge.probability();
    }
  }

  private static Figures figures(List<Pair> pairs, Thresholds thresholds) {
    List<Confusion.Rated> counts = new ArrayList<>();
    List<Confusion.Rated> weighted = new ArrayList<>();
    List<Labelled> labels = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean passed = thresholds.passes(new Score(Math.clamp(pair.people().mean(), 0, 1)));
      int human = passed ? PASS : FAIL;
      int judge = thresholds.passes(pair.judge().goodness()) ? PASS : FAIL;
      counts.add(new Confusion.Rated(human, judge, 1));
      if (pair.judge().probability() > 0) {
        weighted.add(new Confusion.Rated(human, judge, pair.weight()));
      }
      labels.add(new Labelled(pair.judge().goodness().value(), passed));
    }
    Confusion table = Confusion.of(2, weighted);
    return new Figures(
        pairs.size(),
        Confusion.of(2, counts),
        table,
        Agreement.kappa(table, Weighting.UNWEIGHTED, CONFIDENCE),
        Agreement.ac1(table, CONFIDENCE),
        table.recall(PASS, CONFIDENCE),
        table.recall(FAIL, CONFIDENCE),
        Krippendorff.alpha(verdicts(pairs, thresholds), Krippendorff.Scale.NOMINAL),
        Reliability.of(labels, CONFIDENCE));
  }

  private static List<List<Double>> verdicts(List<Pair> pairs, Thresholds thresholds) {
    return pairs.stream()
        .map(pair ->
            pair.people().scores().stream()
                .map(score -> thresholds.passes(new Score(score)) ? 1.0 : 0.0)
                .toList())
        .toList();
  }
}
