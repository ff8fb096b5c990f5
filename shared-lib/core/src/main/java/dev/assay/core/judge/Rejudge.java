package dev.assay.core.judge;

import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.judge.RejudgePlan.Again;
import dev.assay.core.sampling.Allowance;
import dev.assay.core.sampling.Books;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceArchive;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/**
 * Judges traces again by the judge as it is now. What earlier versions said stays; what this
 * version has said is not asked again. Nobody is called to review: the traces are old, and the
 * change is what is looked at. What a part may cost is reserved before it is asked and settled
 * after, in one write each, so that a kill counts too much for some days and never too little.
 */
public final class Rejudge {
  private static final int PART = 40;
  private static final int RESERVED = 1;
  private static final int SETTLED = 2;

  private final Ports ports;
  private final InstantSource clock;
  private final int concurrency;

  /** What it works with. */
  public record Ports(
      FeedbackLog feedback,
      TraceArchive archive,
      TraceFormat format,
      AgentSettingsStore settings,
      PolicyStore policy,
      Ledger ledger,
      JudgeLog log,
      LowScores lowScores) {
    /** The trace with what was told of its agent, as the judge sees it online. */
    Trace asJudged(Bytes body) {
      Trace trace = format.restore(body);
      return settings.of(trace.project(), trace.agent().name()).addTo(trace);
    }
  }

  /**
   * Wires it.
   *
   * @param concurrency calls under way at once, 1 or more
   */
  public Rejudge(Ports ports, InstantSource clock, int concurrency) {
    this.ports = ports;
    this.clock = clock;
    this.concurrency = concurrency;
  }

  /**
   * Finds what would be judged again, and what that can cost.
   *
   * @param keys rubrics that the judge asks
   * @param from of traces that began in this hour or later
   * @param limit most traces, a sample by hash where there are more
   */
  public RejudgePlan plan(Judge judge, String project, Set<String> keys, Instant from, int limit) {
    return new PlanRejudge(ports, judge, project, keys).plan(from, clock.instant(), limit);
  }

  /**
   * Does it.
   *
   * @param overBudget goes on where the project's caps are passed
   * @param progress told how many traces are done
   */
  public RejudgeResult run(
      Judge judge, RejudgePlan plan, boolean overBudget, IntConsumer progress) {
    Rejudging counts = new Rejudging();
    String run = "rejudge-" + clock.instant().toEpochMilli();
    List<Again> traces = plan.traces();
    for (int from = 0; from < traces.size(); from += PART) {
      List<Again> part = traces.subList(from, Math.min(traces.size(), from + PART));
      double upper = part.stream().mapToDouble(Again::upperUsd).sum();
      if (!overBudget && !mayReserve(plan.project(), upper)) {
        counts.stopped(traces.size() - from);
        break;
      }
      String batch = run + "-" + part.getFirst().trace().key().id();
      settle(batch, RESERVED, plan.project(), totals(DayTotals.JUDGE_RESERVED_USD, upper));
      Spend spend = judge(judge, part, batch, counts);
      counts.spent(spend);
      settle(
          batch,
          SETTLED,
          plan.project(),
          totals(DayTotals.JUDGE_RELEASED_USD, upper)
              .add(DayTotals.JUDGE_USD, spend.costUsd())
              .add(DayTotals.JUDGE_INPUT_TOKENS, (double) spend.inputTokens())
              .add(DayTotals.JUDGE_OUTPUT_TOKENS, (double) spend.outputTokens())
              .add(DayTotals.REJUDGED, part.size()));
      progress.accept(from + part.size());
    }
    return counts.result();
  }

  private boolean mayReserve(String project, double upperUsd) {
    return Allowance.mayReserve(
        ports.policy().current().budget(),
        Books.read(ports.ledger(), project, clock.instant()).accounts(),
        upperUsd);
  }

  private static DayTotals.Builder totals(String counter, double usd) {
    return new DayTotals.Builder().add(counter, usd);
  }

  private void settle(String batch, int step, String project, DayTotals.Builder totals) {
    ports.log().settle(batch, step, Map.of(project, totals.build()), clock.instant());
  }

  /** What came of one trace. */
  private record Asked(Again again, List<Assessment> assessments) {
    Spend spend() {
      return assessments.stream().map(Assessment::spend).reduce(Spend.NOTHING, Spend::plus);
    }

    boolean mayPass() {
      return assessments.stream()
          .anyMatch(one -> one.verdict() instanceof Verdict.Failed(Fault fault) && fault.passing());
    }
  }

  private Spend judge(Judge judge, List<Again> part, String batch, Rejudging counts) {
    Spend spend = Spend.NOTHING;
    for (Asked asked : ask(judge, part)) {
      spend = spend.plus(asked.spend());
      if (asked.mayPass() || asked.assessments().isEmpty()) {
        counts.later();
      } else {
        keep(judge, asked, batch, counts);
      }
    }
    return spend;
  }

  private List<Asked> ask(Judge judge, List<Again> part) {
    List<Bytes> bodies =
        ports.archive().read(part.stream().map(one -> one.trace().pointer()).toList());
    Semaphore permits = new Semaphore(concurrency);
    List<Future<Asked>> futures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < part.size(); i++) {
        Again again = part.get(i);
        Bytes body = bodies.get(i);
        futures.add(
            threads.submit(() -> {
              permits.acquire();
              try {
                return new Asked(again, judge.only(again.keys()).assess(ports.asJudged(body)));
              } finally {
                permits.release();
              }
            }));
      }
    }
    return futures.stream().map(Rejudge::result).toList();
  }

  private static Asked result(Future<Asked> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("judging failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void keep(Judge judge, Asked asked, String batch, Rejudging counts) {
    Judge askedJudge = judge.only(asked.again().keys());
    Instant now = clock.instant();
    List<Feedback> feedback =
        asked.assessments().stream()
            .map(one ->
                Feedback.of(asked.again().trace().key(), one, askedJudge.source(one.key()), now))
            .toList();
    Decision standing =
        ports
            .log()
            .keep(
                asked.again().trace(),
                askedJudge.source(),
                new Decision(feedback, batch, SETTLED, null));
    switch (standing.outcome()) {
      case Verdict.Scored _ -> counts.judged();
      case Verdict.Unscored _ -> counts.unscored();
      case Verdict.Failed _ -> counts.failed();
    }
    for (Feedback one : standing.feedback()) {
      if (one.assessment().verdict() instanceof Verdict.Scored(Score score)) {
        note(askedJudge, asked.again(), one, score, counts);
      }
    }
  }

  private void note(Judge judge, Again again, Feedback feedback, Score score, Rejudging counts) {
    String key = feedback.assessment().key();
    Thresholds thresholds = judge.thresholds(key);
    Score goodness = thresholds.goodness(score);
    ports.lowScores().note(again.trace(), feedback, goodness);
    Optional.ofNullable(again.before().get(key))
        .ifPresent(before -> counts.changed(key, thresholds, before, goodness));
  }
}
