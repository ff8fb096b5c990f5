package dev.assay.core.check;

import dev.assay.core.check.CheckLog.Checked;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceArchive;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every check on every trace of a batch. What was checked before under the same version is
 * left alone; what people should see is told before the batch is marked done, so that a kill
 * repeats a notice rather than losing it.
 */
public final class CheckBatch {
  private static final int MAX_ATTEMPTS = 10;

  private final TraceArchive archive;
  private final TraceFormat format;
  private final AgentSettingsStore settings;
  private final PolicyStore policy;
  private final List<Evaluator> evaluators;
  private final String version;
  private final CheckLog log;
  private final Notices notices;

  public CheckBatch(
      TraceArchive archive,
      TraceFormat format,
      AgentSettingsStore settings,
      PolicyStore policy,
      List<Evaluator> evaluators,
      CheckLog log,
      Notices notices) {
    this.archive = archive;
    this.format = format;
    this.settings = settings;
    this.policy = policy;
    this.evaluators = List.copyOf(evaluators);
    this.version = version(evaluators);
    this.log = log;
    this.notices = notices;
  }

  /** One version for all checks together: any evaluator's change is a new one. */
  static String version(List<Evaluator> evaluators) {
    String all =
        evaluators.stream()
            .map(Evaluator::source)
            .map(source -> source.name() + "@" + source.version())
            .sorted()
            .collect(Collectors.joining(","));
    return Integer.toHexString(all.hashCode());
  }

  /**
   * Checks a batch.
   *
   * @return how many traces were checked now
   * @throws RuntimeException when reading or keeping failed: all of it is to come again
   */
  public int check(List<Handed> traces, Instant now) {
    Map<String, List<Handed>> bySegment = new LinkedHashMap<>();
    for (Handed trace : traces) {
      bySegment.computeIfAbsent(trace.pointer().segment(), s -> new ArrayList<>()).add(trace);
    }
    int checked = 0;
    for (Map.Entry<String, List<Handed>> segment : bySegment.entrySet()) {
      checked += checkSegment(segment.getKey(), segment.getValue(), now);
    }
    return checked;
  }

  private int checkSegment(String segment, List<Handed> traces, Instant now) {
    Map<TraceKey, Checked> done = new LinkedHashMap<>();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Set<TraceKey> before = log.checked(segment, version, traces);
      List<Handed> due =
          traces.stream().filter(trace -> !before.contains(trace.key())).distinct().toList();
      if (due.isEmpty()) {
        return 0;
      }
      if (done.isEmpty()) {
        assess(due, now).forEach(checked -> done.put(checked.trace().key(), checked));
        notices.tell(List.copyOf(done.values()), now);
      }
      List<Checked> results =
          due.stream().flatMap(trace -> Stream.ofNullable(done.get(trace.key()))).toList();
      if (log.keep(segment, version, results, totals(results), now)) {
        return results.size();
      }
    }
    throw new IllegalStateException("segment " + segment + " is being checked again and again");
  }

  private List<Checked> assess(List<Handed> due, Instant now) {
    List<Pointer> pointers = due.stream().map(Handed::pointer).toList();
    List<Bytes> bodies = archive.read(pointers);
    List<Checked> results = new ArrayList<>(due.size());
    for (int i = 0; i < due.size(); i++) {
      Handed handed = due.get(i);
      Trace trace = format.restore(bodies.get(i));
      AgentSettings own = settings.of(trace.project(), trace.agent().name());
      results.add(new Checked(handed, feedback(handed.key(), trace, own, evaluators, now)));
    }
    return results;
  }

  /** What the evaluators say of a trace; one that throws has failed, and the others go on. */
  public static List<Feedback> feedback(
      TraceKey key, Trace trace, AgentSettings settings, List<Evaluator> evaluators, Instant now) {
    List<Feedback> feedback = new ArrayList<>();
    Trace complete = settings.addTo(trace);
    for (Evaluator evaluator : evaluators) {
      Source source = evaluator.source();
      for (Assessment assessment : assess(evaluator, complete)) {
        feedback.add(Feedback.of(key, settings.silence(assessment), source, now));
      }
    }
    return feedback;
  }

  private static List<Assessment> assess(Evaluator evaluator, Trace trace) {
    try {
      return evaluator.assess(trace);
    } catch (RuntimeException | StackOverflowError e) {
      Fault fault =
          new Fault(evaluator.source().name() + ": " + e.getClass().getSimpleName(), false);
      return List.of(
          Assessment.of(
              evaluator.source().name(), new Verdict.Failed(fault), null, "the evaluator failed"));
    }
  }

  private Map<String, DayTotals> totals(List<Checked> results) {
    double assumedUsd = policy.current().budget().assumedCostUsd();
    Map<String, DayTotals.Builder> builders = new LinkedHashMap<>();
    for (Checked result : results) {
      Handed trace = result.trace();
      DayTotals.Builder totals =
          builders.computeIfAbsent(trace.project(), p -> new DayTotals.Builder());
      Double cost = trace.costUsd();
      totals.add(DayTotals.TRACES, 1).add(DayTotals.COST_ASSUMED, cost == null ? 1 : 0);
      totals.add(DayTotals.INFERENCE_USD, cost == null ? assumedUsd : cost);
      totals.add("tier." + trace.tiers().getFirst(), 1);
      if (trace.keep()) {
        totals.add(DayTotals.WISHED, 1).add("wished." + trace.tiers().getFirst(), 1);
      }
      Notices.severity(result).ifPresent(severity -> totals.add(severity, 1));
    }
    return builders.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().build()));
  }
}
