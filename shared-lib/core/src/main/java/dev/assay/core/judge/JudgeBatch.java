package dev.assay.core.judge;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.feedback.Alert;
import dev.assay.core.feedback.Alerts;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.ReviewItem;
import dev.assay.core.feedback.ReviewRequests;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Ledger;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Judges the sampled traces of one message. Each decision is kept the moment it is made, so a kill
 * repeats at most the calls that were under way; those that may have been repeated are counted, and
 * what a killed delivery decided is counted by the next.
 */
public final class JudgeBatch {
  private final Ports ports;
  private final Judges judges;
  private final int concurrency;

  /** What the judge works with. */
  public record Ports(
      TraceArchive archive,
      TraceFormat format,
      AgentSettingsStore settings,
      PolicyStore policy,
      Ledger ledger,
      JudgeLog log,
      LowScores lowScores,
      ReviewRequests review,
      Alerts alerts) {}

  /**
   * Wires the judge.
   *
   * @param judges asked once a batch for each project in it
   * @param concurrency calls under way at once, 1 or more
   */
  public JudgeBatch(Ports ports, Judges judges, int concurrency) {
    this.ports = ports;
    this.judges = judges;
    this.concurrency = concurrency;
  }

  /**
   * Judges a batch.
   *
   * @param batch id computed from the batch's content
   * @param receiveCount how often the batch was delivered, from 1
   * @return false when some of it should be delivered again
   */
  public boolean judge(String batch, List<Handed> traces, int receiveCount, Instant now) {
    Delivery delivery = new Delivery(batch, receiveCount, now, judgesOf(traces));
    Map<TraceKey, Decision> standing = standing(traces, delivery);
    List<Handed> due = traces.stream().filter(trace -> !standing.containsKey(trace.key())).toList();
    Map<TraceKey, Decision> decided = new LinkedHashMap<>(standing);
    Spending spending = new Spending(traces, now);
    boolean complete = decideAll(due, delivery, spending, decided);
    tell(traces, delivery, decided);
    settle(new BatchTotals(batch, traces, decided, concurrency), delivery, spending.repeated());
    return complete;
  }

  /**
   * One delivery of a batch, counted from 1.
   *
   * @param judges by project, the same through the whole delivery
   */
  private record Delivery(String batch, int number, Instant now, Map<String, Judge> judges) {
    Judge judge(Handed trace) {
      return Objects.requireNonNull(judges.get(trace.project()));
    }
  }

  private Map<String, Judge> judgesOf(List<Handed> traces) {
    Map<String, Judge> byProject = new LinkedHashMap<>();
    traces.forEach(trace -> byProject.computeIfAbsent(trace.project(), judges::of));
    return byProject;
  }

  private Map<TraceKey, Decision> standing(List<Handed> traces, Delivery delivery) {
    Map<TraceKey, Decision> standing = new LinkedHashMap<>();
    delivery
        .judges()
        .forEach((project, judge) -> {
          List<Handed> own = traces.stream().filter(one -> one.project().equals(project)).toList();
          standing.putAll(ports.log().standing(own, judge.source()));
        });
    return standing;
  }

  /** Counts this delivery and those before it that were killed before they could. */
  private void settle(BatchTotals totals, Delivery delivery, List<BatchTotals.Repeated> repeated) {
    for (int number = 1; number <= delivery.number(); number++) {
      Map<String, DayTotals> counted =
          totals.of(number, number == delivery.number() ? repeated : List.of());
      if (!counted.isEmpty()) {
        ports.log().settle(delivery.batch(), number, counted, delivery.now());
      }
    }
  }

  private boolean decideAll(
      List<Handed> due, Delivery delivery, Spending spending, Map<TraceKey, Decision> decided) {
    if (due.isEmpty()) {
      return true;
    }
    List<Bytes> bodies = ports.archive().read(due.stream().map(Handed::pointer).toList());
    Semaphore permits = new Semaphore(concurrency);
    Map<Handed, Future<Optional<Decision>>> futures = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < due.size(); i++) {
        Handed trace = due.get(i);
        Bytes body = bodies.get(i);
        futures.put(
            trace,
            threads.submit(() -> {
              permits.acquire();
              try {
                return decide(trace, body, delivery, spending);
              } finally {
                permits.release();
              }
            }));
      }
    }
    boolean complete = true;
    for (Map.Entry<Handed, Future<Optional<Decision>>> entry : futures.entrySet()) {
      Optional<Decision> decision = result(entry.getValue());
      decision.ifPresent(made -> decided.put(entry.getKey().key(), made));
      complete &= decision.isPresent();
    }
    return complete;
  }

  private static Optional<Decision> result(Future<Optional<Decision>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("judging failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Empty when waiting may help. */
  private Optional<Decision> decide(
      Handed handed, Bytes body, Delivery delivery, Spending spending) {
    Judge judge = delivery.judge(handed);
    if (!spending.mayGoOn()) {
      return Optional.of(
          keep(handed, delivery, unscored(judge, DayTotals.OVER_BUDGET, "not judged: over budget"))
              .standing());
    }
    Trace trace = ports.format().restore(body);
    AgentSettings settings = ports.settings().of(trace.project(), trace.agent().name());
    List<Assessment> assessments = judge.assess(settings.addTo(trace));
    Spend spend = assessments.stream().map(Assessment::spend).reduce(Spend.NOTHING, Spend::plus);
    spending.add(spend.costUsd());
    if (assessments.stream().anyMatch(JudgeBatch::mayPass)) {
      return Optional.empty();
    }
    Kept kept =
        keep(
            handed,
            delivery,
            assessments.isEmpty() ? unscored(judge, "filtered", "nothing to judge") : assessments);
    if (!kept.own() && !spend.equals(Spend.NOTHING)) {
      spending.repeated(handed, spend);
    }
    return Optional.of(kept.standing());
  }

  private static boolean mayPass(Assessment assessment) {
    return assessment.verdict() instanceof Verdict.Failed(Fault fault) && fault.passing();
  }

  /** What stands after keeping, and whether it is what was to be kept. */
  private record Kept(Decision standing, boolean own) {}

  private static List<Assessment> unscored(Judge judge, String reason, String comment) {
    return List.of(Assessment.of(judge.source().name(), Verdict.unscored(reason), null, comment));
  }

  private Kept keep(Handed handed, Delivery delivery, List<Assessment> assessments) {
    Judge judge = delivery.judge(handed);
    List<Feedback> feedback =
        assessments.stream()
            .map(assessment ->
                Feedback.of(handed.key(), assessment, sourceOf(judge, assessment), delivery.now()))
            .toList();
    Decision made = new Decision(feedback, delivery.batch(), delivery.number());
    Decision standing = ports.log().keep(handed, judge.source(), made);
    return new Kept(standing, standing.equals(made));
  }

  private static Source sourceOf(Judge judge, Assessment assessment) {
    Source all = judge.source();
    return assessment.key().equals(all.name()) ? all : judge.source(assessment.key());
  }

  private void tell(List<Handed> traces, Delivery delivery, Map<TraceKey, Decision> decided) {
    List<String> lines = new ArrayList<>();
    for (Handed trace : traces) {
      Decision decision = decided.get(trace.key());
      if (decision != null) {
        Judge judge = delivery.judge(trace);
        decision.feedback().forEach(feedback -> note(judge, trace, feedback));
        worst(judge, decision)
            .filter(worst -> ports.review().request(item(trace, worst)))
            .ifPresent(worst -> lines.add(trace.key().id() + "  " + words(worst)));
      }
    }
    if (!lines.isEmpty()) {
      String subject = lines.size() + (lines.size() == 1 ? " trace waits" : " traces wait");
      ports.alerts().send(new Alert(subject + " for review", String.join("\n", lines)));
    }
  }

  private void note(Judge judge, Handed trace, Feedback feedback) {
    if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
      ports
          .lowScores()
          .note(trace, feedback, judge.thresholds(feedback.assessment().key()).goodness(score));
    }
  }

  /** A score that asks for a person's look. */
  private record Worst(Feedback feedback, Score score, double goodness) {}

  /** There is one item for each trace: it is about the rubric that went worst. */
  private static Optional<Worst> worst(Judge judge, Decision decision) {
    List<Worst> wanted = new ArrayList<>();
    for (Feedback feedback : decision.feedback()) {
      if (feedback.assessment().verdict() instanceof Verdict.Scored(Score score)) {
        Thresholds thresholds = judge.thresholds(feedback.assessment().key());
        if (thresholds.wantsReview(score)) {
          wanted.add(new Worst(feedback, score, thresholds.goodness(score).value()));
        }
      }
    }
    return wanted.stream().min(Comparator.comparingDouble(Worst::goodness));
  }

  private static ReviewItem item(Handed trace, Worst worst) {
    return new ReviewItem(
        trace.key(),
        trace.project(),
        ReviewItem.Reason.LOW_JUDGE_SCORE,
        worst.goodness(),
        words(worst),
        worst.feedback().createdAt());
  }

  private static String words(Worst worst) {
    return String.format(
        Locale.ROOT,
        "%s %.2f by %s",
        worst.feedback().assessment().key(),
        worst.score().value(),
        worst.feedback().source().name());
  }

  /** The day's budget as this batch sees it: read once, then counted along. */
  private final class Spending {
    private final Budget budget = ports.policy().current().budget();
    private final double inferenceUsd;
    private final List<BatchTotals.Repeated> repeated = new ArrayList<>();
    private double spentUsd;
    private double dearestUsd;

    Spending(List<Handed> traces, Instant now) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      DayTotals day = ports.ledger().day(traces.getFirst().project(), today);
      double own = 0;
      for (Handed trace : traces) {
        Double cost = trace.costUsd();
        own += cost == null ? budget.assumedCostUsd() : cost;
      }
      // The check may not have counted this batch's own traces yet.
      inferenceUsd = Math.max(day.get(DayTotals.INFERENCE_USD), own);
      spentUsd = day.get(DayTotals.JUDGE_USD);
    }

    synchronized boolean mayGoOn() {
      return budget.allows(inferenceUsd, spentUsd, dearestUsd);
    }

    synchronized void add(double costUsd) {
      spentUsd += costUsd;
      dearestUsd = Math.max(dearestUsd, costUsd);
    }

    synchronized void repeated(Handed trace, Spend spend) {
      repeated.add(new BatchTotals.Repeated(trace, spend));
    }

    synchronized List<BatchTotals.Repeated> repeated() {
      return List.copyOf(repeated);
    }
  }
}
