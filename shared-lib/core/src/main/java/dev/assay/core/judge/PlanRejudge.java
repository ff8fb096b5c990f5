package dev.assay.core.judge;

import dev.assay.core.feedback.FeedbackLog.NotedScore;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.RejudgePlan.Again;
import dev.assay.core.sampling.Accounts;
import dev.assay.core.sampling.Books;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what judging again would mean: which traces, and what it can cost. Asks no model. */
final class PlanRejudge {
  private static final Duration AT_ONCE = Duration.ofHours(24);
  private static final int READ_AT_ONCE = 50;
  private static final String SALT = "rejudge";

  /** Of an upper cost, which reserves a second asking, where nobody knows better. */
  private static final double EXPECTED = 0.5;

  private static final int BOOK_DAYS = 7;

  private final Rejudge.Ports ports;
  private final Judge judge;
  private final String project;
  private final Set<String> keys;
  private final Map<TraceKey, Heard> heard = new HashMap<>();
  private int same;
  private int gone;

  PlanRejudge(Rejudge.Ports ports, Judge judge, String project, Set<String> keys) {
    this.ports = ports;
    this.judge = judge;
    this.project = project;
    this.keys = keys;
  }

  /**
   * What judges said of a trace: per key the latest of other versions, and where this one spoke.
   */
  private static final class Heard {
    private final Map<String, NotedScore> before = new HashMap<>();
    private final Set<String> done = new LinkedHashSet<>();

    void add(String key, NotedScore score, Source own) {
      if (score.source().equals(own)) {
        done.add(key);
      } else {
        before.merge(key, score, (a, b) -> b.at().isBefore(a.at()) ? a : b);
      }
    }

    double probability() {
      return before.values().stream().mapToDouble(NotedScore::probability).max().orElse(0);
    }
  }

  RejudgePlan plan(Instant from, Instant now, int limit) {
    keys.forEach(key -> hear(key, from, now));
    List<Again> open = new ArrayList<>();
    // By hash, so that a limit takes a sample and not the oldest or the worst.
    List<TraceKey> inOrder =
        heard.keySet().stream()
            .sorted(
                Comparator.comparingLong((TraceKey key) -> SampleHash.of(SALT, key.id().value()))
                    .thenComparing(TraceKey::toString))
            .toList();
    int left = 0;
    for (TraceKey key : inOrder) {
      if (open.size() >= limit) {
        left++;
      } else {
        again(key).ifPresent(open::add);
      }
    }
    List<Again> priced = price(open);
    double upper = priced.stream().mapToDouble(Again::upperUsd).sum();
    Accounts accounts = Books.read(ports.ledger(), project, now).accounts();
    double room = accounts.room(ports.policy().current().budget().share());
    return new RejudgePlan(
        project, priced, heard.size(), same, gone, left, upper, upper * usual(now), room);
  }

  private void hear(String key, Instant from, Instant to) {
    Source own = judge.source(key);
    for (Instant day = from; !day.isAfter(to); day = day.plus(AT_ONCE)) {
      Instant last = day.plus(AT_ONCE).minus(Duration.ofHours(1));
      for (NotedScore one :
          ports.feedback().scores(project, key, day, last.isAfter(to) ? to : last)) {
        if (one.source().type() == Source.Type.JUDGE) {
          heard.computeIfAbsent(one.trace(), t -> new Heard()).add(key, one, own);
        }
      }
    }
  }

  private Optional<Again> again(TraceKey key) {
    Heard said = heard.getOrDefault(key, new Heard());
    Set<String> open = new LinkedHashSet<>(said.before.keySet());
    open.removeAll(said.done);
    if (open.isEmpty()) {
      same++;
      return Optional.empty();
    }
    Optional<TraceRecord> stored =
        ports.archive().find(key.id()).filter(found -> found.key().equals(key));
    if (stored.isEmpty()) {
      gone++;
      return Optional.empty();
    }
    Handed trace = Handed.of(stored.get()).drawnWith(said.probability());
    if (!ports.log().standing(List.of(trace), judge.only(open).source()).isEmpty()) {
      same++;
      return Optional.empty();
    }
    Map<String, Double> before = new HashMap<>();
    open.forEach(one -> {
      NotedScore score = said.before.get(one);
      if (score != null) {
        before.put(one, score.goodness().value());
      }
    });
    return Optional.of(new Again(trace, open, before, 0));
  }

  private List<Again> price(List<Again> open) {
    List<Again> priced = new ArrayList<>();
    for (int from = 0; from < open.size(); from += READ_AT_ONCE) {
      List<Again> part = open.subList(from, Math.min(open.size(), from + READ_AT_ONCE));
      List<Bytes> bodies =
          ports.archive().read(part.stream().map(one -> one.trace().pointer()).toList());
      for (int i = 0; i < part.size(); i++) {
        Again one = part.get(i);
        Trace trace = ports.asJudged(bodies.get(i));
        double upper = judge.only(one.keys()).upperCostUsd(trace);
        priced.add(new Again(one.trace(), one.keys(), one.before(), upper));
      }
    }
    return priced;
  }

  /** What calls have cost of what was reserved for them, in the last week. */
  private double usual(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    double spent = 0;
    double released = 0;
    for (DayTotals day :
        ports.ledger().days(project, today.minusDays(BOOK_DAYS - 1L), today).values()) {
      spent += day.get(DayTotals.JUDGE_USD);
      released += day.get(DayTotals.JUDGE_RELEASED_USD);
    }
    return spent > 0 && released > 0 ? Math.min(1, spent / released) : EXPECTED;
  }
}
