package dev.assay.core.judge;

import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.feedback.Alerts;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.LowScores;
import dev.assay.core.feedback.ReviewRequests;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Judges the traces of one message: what they may cost is reserved already. Each decision is kept
 * the moment it is made, so a kill repeats at most the calls that were under way; those that may
 * have been repeated are counted, and what a killed delivery decided is counted by the next.
 */
public final class JudgeBatch {
  private final Ports ports;
  private final Judges judges;
  private final JudgeNotices notices;
  private final int concurrency;
  private final InstantSource clock;

  /** What the judge works with. */
  public record Ports(
      TraceArchive archive,
      TraceFormat format,
      AgentSettingsStore settings,
      PolicyStore policy,
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
  public JudgeBatch(Ports ports, Judges judges, int concurrency, InstantSource clock) {
    this.clock = clock;
    this.ports = ports;
    this.judges = judges;
    this.notices = new JudgeNotices(ports);
    this.concurrency = concurrency;
  }

  /**
   * Judges a batch.
   *
   * @param batch id computed from the batch's content
   * @param receiveCount how often the batch was delivered, from 1
   * @param lastChance when true a passing fault counts as lasting
   * @param until when it has to be done; what has not begun by then is left for later
   * @return those for which waiting may help, to be judged later
   */
  public List<Due> judge(
      String batch,
      List<Due> due,
      int receiveCount,
      boolean lastChance,
      Instant now,
      Instant until) {
    Delivery delivery = new Delivery(batch, receiveCount, lastChance, now, until, judgesOf(due));
    Map<TraceKey, Decision> decided = standing(due, delivery);
    List<Due> open = due.stream().filter(one -> !decided.containsKey(one.trace().key())).toList();
    List<BatchTotals.Repeated> paidInVain = Collections.synchronizedList(new ArrayList<>());
    decideAll(open, delivery, paidInVain, decided);
    notices.tell(decisions(due, decided), delivery);
    settle(new BatchTotals(batch, due, decided, delivery, concurrency), delivery, paidInVain);
    return due.stream().filter(one -> !decided.containsKey(one.trace().key())).toList();
  }

  /**
   * One delivery of a batch, counted from 1.
   *
   * @param judges by project, the same through the whole delivery
   */
  private record Delivery(
      String batch,
      int number,
      boolean lastChance,
      Instant now,
      Instant until,
      Map<String, Judge> judges)
      implements Judges {
    @Override
    public Judge of(String project) {
      return Objects.requireNonNull(judges.get(project));
    }
  }

  private Map<String, Judge> judgesOf(List<Due> due) {
    Map<String, Judge> byProject = new LinkedHashMap<>();
    due.forEach(one -> byProject.computeIfAbsent(one.trace().project(), judges::of));
    return byProject;
  }

  private Map<TraceKey, Decision> standing(List<Due> due, Delivery delivery) {
    Map<TraceKey, Decision> standing = new LinkedHashMap<>();
    delivery
        .judges()
        .forEach((project, judge) -> {
          List<Handed> own =
              due.stream().map(Due::trace).filter(one -> one.project().equals(project)).toList();
          standing.putAll(ports.log().standing(own, judge.source()));
        });
    return standing;
  }

  private static Map<Handed, Decision> decisions(List<Due> due, Map<TraceKey, Decision> decided) {
    Map<Handed, Decision> decisions = new LinkedHashMap<>();
    for (Due one : due) {
      Decision decision = decided.get(one.trace().key());
      if (decision != null) {
        decisions.put(one.trace(), decision);
      }
    }
    return decisions;
  }

  /** Counts this delivery and those before it that were killed before they could. */
  private void settle(BatchTotals totals, Delivery delivery, List<BatchTotals.Repeated> paid) {
    for (int number = 1; number <= delivery.number(); number++) {
      Map<String, DayTotals> counted =
          totals.of(number, number == delivery.number() ? paid : List.of());
      if (!counted.isEmpty()) {
        ports.log().settle(delivery.batch(), number, counted, totals.at(delivery.now()));
      }
    }
  }

  private void decideAll(
      List<Due> open,
      Delivery delivery,
      List<BatchTotals.Repeated> paidInVain,
      Map<TraceKey, Decision> decided) {
    if (open.isEmpty()) {
      return;
    }
    List<Bytes> bodies =
        ports.archive().read(open.stream().map(one -> one.trace().pointer()).toList());
    Semaphore permits = new Semaphore(concurrency);
    Map<Handed, Future<Optional<Decision>>> futures = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < open.size(); i++) {
        Due one = open.get(i);
        Bytes body = bodies.get(i);
        futures.put(
            one.trace(),
            threads.submit(() -> {
              permits.acquire();
              try {
                return decide(one, body, delivery, paidInVain);
              } finally {
                permits.release();
              }
            }));
      }
    }
    futures.forEach(
        (trace, future) -> result(future).ifPresent(made -> decided.put(trace.key(), made)));
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
      Due due, Bytes body, Delivery delivery, List<BatchTotals.Repeated> paidInVain) {
    if (!clock.instant().isBefore(delivery.until())) {
      return Optional.empty();
    }
    Handed handed = due.trace();
    Judge judge = delivery.of(handed.project());
    Trace trace = ports.format().restore(body);
    AgentSettings settings = ports.settings().of(trace.project(), trace.agent().name());
    List<Assessment> assessments = judge.assess(settings.addTo(trace), delivery.until());
    Spend spend = assessments.stream().map(Assessment::spend).reduce(Spend.NOTHING, Spend::plus);
    Optional<Decision> standing = Optional.empty();
    boolean paidFor = false;
    if (delivery.lastChance() || assessments.stream().noneMatch(JudgeBatch::mayPass)) {
      Kept kept = keep(due, delivery, assessments.isEmpty() ? nothing(judge) : assessments);
      standing = Optional.of(kept.standing());
      paidFor = kept.own();
    }
    if (!paidFor && !spend.equals(Spend.NOTHING)) {
      paidInVain.add(new BatchTotals.Repeated(handed, spend));
    }
    return standing;
  }

  private static boolean mayPass(Assessment assessment) {
    return assessment.verdict() instanceof Verdict.Failed(Fault fault) && fault.passing();
  }

  private static List<Assessment> nothing(Judge judge) {
    return List.of(
        Assessment.of(
            judge.source().name(), Verdict.unscored("filtered"), null, "nothing to judge"));
  }

  /** What stands after keeping, and whether it is what was to be kept. */
  private record Kept(Decision standing, boolean own) {}

  private Kept keep(Due due, Delivery delivery, List<Assessment> assessments) {
    Handed handed = due.trace();
    Draw draw = due.draw();
    Judge judge = delivery.of(handed.project());
    List<Feedback> feedback =
        assessments.stream()
            .map(assessment ->
                Feedback.of(handed.key(), assessment, sourceOf(judge, assessment), delivery.now()))
            .toList();
    Decision made =
        new Decision(
            feedback, delivery.batch(), delivery.number(), draw == null ? null : draw.window());
    Decision standing = ports.log().keep(handed, judge.source(), made);
    return new Kept(standing, standing.equals(made));
  }

  private static Source sourceOf(Judge judge, Assessment assessment) {
    Source all = judge.source();
    return assessment.key().equals(all.name()) ? all : judge.source(assessment.key());
  }
}
