package dev.assay.core.harvest;

import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.FeedbackLog.LowScore;
import dev.assay.core.sampling.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nightly collection: the worst traces of the last day, each once, worst first. */
public final class CollectWorst {
  /** As many as the weekly harvest proposes; see the method book §8.5. */
  static final int LIMIT = 50;

  private static final Duration WINDOW = Duration.ofDays(1);
  private static final List<String> KEYS = List.of("commitments", "faithfulness");

  private final FeedbackLog feedback;
  private final Ledger ledger;
  private final Proposals proposals;

  public CollectWorst(FeedbackLog feedback, Ledger ledger, Proposals proposals) {
    this.feedback = feedback;
    this.ledger = ledger;
    this.proposals = proposals;
  }

  /**
   * Collects for every project.
   *
   * @return how many traces are proposed, by project
   */
  public Map<String, Integer> collect(Instant now) {
    Map<String, Integer> proposed = new LinkedHashMap<>();
    for (String project : ledger.projects()) {
      List<LowScore> worst = worst(project, now);
      proposals.keep(project, LocalDate.ofInstant(now, ZoneOffset.UTC), worst);
      proposed.put(project, worst.size());
    }
    return proposed;
  }

  private List<LowScore> worst(String project, Instant now) {
    List<LowScore> all = new ArrayList<>();
    for (String key : KEYS) {
      all.addAll(feedback.lowest(project, key, now.minus(WINDOW), now, LIMIT));
    }
    all.sort(Comparator.comparingDouble(LowScore::score));
    Map<String, LowScore> byTrace = new LinkedHashMap<>();
    all.forEach(low -> byTrace.putIfAbsent(low.trace().value(), low));
    return byTrace.values().stream().limit(LIMIT).toList();
  }
}
