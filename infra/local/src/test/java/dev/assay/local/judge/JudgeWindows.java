package dev.assay.local.judge;

import static dev.assay.testkit.TraceJson.aTrace;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.check.CheckBatch;
import dev.assay.core.check.Checks;
import dev.assay.core.check.Notices;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.ingest.Arrival;
import dev.assay.core.ingest.Reading;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.CloseWindow;
import dev.assay.core.judge.JoinWindow;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.Judgements;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Sampler;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.Repository;
import dev.assay.wire.JsonTraceFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The budget at work on the real stores; a test delivers the judge's messages to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started in start()
abstract class JudgeWindows {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:10Z");
  static final Instant WINDOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant DUE = Instant.parse("2026-11-22T12:05:30Z");
  static final Instant SOON = Instant.parse("2026-11-22T13:00:00Z");
  static final Instant AFTER = Instant.parse("2026-11-22T12:05:40Z");

  final TraceFormat format = JsonTraceFormat.verbatim(InstantSource.system());
  final String project = "p" + UUID.randomUUID();
  LocalSystem system;
  Adapters adapters;
  Instant clock = AFTER;
  PricedJudge judge;
  Sent sent;
  Judgements judgements;
  CheckBatch check;

  @BeforeAll
  void start() {
    system =
        LocalSystem.start(
            LocalOptions.of(Repository.root().resolve("template.yaml"))
                .withFunctions(Set.of("Api")));
    Map<String, String> variables = new HashMap<>();
    for (String function : List.of("Ingest", "Check", "Judge")) {
      variables.putAll(system.environment(function));
    }
    adapters = new Adapters(new Environment(variables), InstantSource.system());
  }

  @AfterAll
  void stop() {
    adapters.close();
    system.close();
  }

  @org.junit.jupiter.api.BeforeEach
  void wire() {
    judge = new PricedJudge();
    clock = AFTER;
    sent = new Sent();
    JudgeBatch.Ports ports =
        new JudgeBatch.Ports(
            adapters.traceArchive(),
            format,
            adapters.agentSettings(),
            adapters.policyStore(),
            adapters.judgeLog(),
            adapters.lowScores(),
            adapters.reviewQueue(),
            adapters.alerts());
    WindowLog windows = adapters.windowLog();
    judgements =
        new Judgements(
            new JoinWindow(ports, p -> judge, new EvidenceJudge(), windows, sent),
            new CloseWindow(
                adapters.policyStore(), adapters.ledger(), adapters.checkVerdicts(), windows, sent),
            new JudgeBatch(ports, p -> judge, 4, () -> clock),
            sent,
            Judgements.AGAIN);
    check =
        new CheckBatch(
            adapters.traceArchive(),
            format,
            adapters.agentSettings(),
            adapters.policyStore(),
            Checks.standard(),
            adapters.checkLog(),
            new Notices(adapters.lowScores(), adapters.reviewQueue(), adapters.alerts(), "assay"));
  }

  /** Stored and checked traces that the policy wishes to be judged: escalated ones. */
  List<Handed> wished(String of, int count, double costUsd) {
    List<Handed> handed = stored(of, count, costUsd);
    check.check(handed, NOON);
    return handed;
  }

  List<Handed> stored(String of, int count, double costUsd) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String json =
          aTrace(of + "-" + UUID.randomUUID())
              .user("Where is it?")
              .called("find", "{\"n\":" + i + "}", "{\"price\":5}")
              .agent("It costs $5.")
              .with("project", "\"" + of + "\"")
              .with("outcome", "{\"escalated\":true}")
              .json();
      Reading.Accepted read = (Reading.Accepted) format.read(Bytes.utf8(json));
      arrivals.add(
          new Arrival(
              new TraceKey(read.trace().id(), 1),
              read.trace(),
              read.stored(),
              costUsd,
              Sampler.decide(SamplingPolicy.DEFAULT, read.trace(), Instant.EPOCH),
              List.of()));
    }
    return adapters.traceStore().store(arrivals, NOON).stream().map(Handed::of).toList();
  }

  void deliverJudges() {
    List<Sent.Judge> now = List.copyOf(sent.judges);
    sent.judges.clear();
    for (Sent.Judge message : now) {
      judgements.judge("b" + message.hashCode(), message.due(), message.attempt(), 1, AFTER, SOON);
    }
  }

  DayTotals books(String of) {
    return adapters.ledger().day(of, LocalDate.ofInstant(WINDOW, ZoneOffset.UTC));
  }

  List<Feedback> judged(Handed trace) {
    return adapters.feedbackLog().of(trace.key().id()).stream()
        .filter(one -> one.source().type() == Source.Type.JUDGE)
        .toList();
  }

  WindowLog.Closed closed(String of) {
    return adapters.windowLog().closed(of, WINDOW).orElseThrow();
  }
}
