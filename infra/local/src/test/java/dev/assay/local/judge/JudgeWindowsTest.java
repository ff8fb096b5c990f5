package dev.assay.local.judge;

import static dev.assay.testkit.TraceJson.aTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.check.CheckBatch;
import dev.assay.core.check.Checks;
import dev.assay.core.check.Notices;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.ingest.Arrival;
import dev.assay.core.ingest.Reading;
import dev.assay.core.ingest.TraceFormat;
import dev.assay.core.judge.CloseWindow;
import dev.assay.core.judge.Due;
import dev.assay.core.judge.JoinWindow;
import dev.assay.core.judge.JudgeBatch;
import dev.assay.core.judge.Judgements;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Sampler;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.Repository;
import dev.assay.wire.JsonTraceFormat;
import java.time.Duration;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The budget at work on the real stores; the test delivers the judge's messages to itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started in start()
final class JudgeWindowsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:10Z");
  private static final Instant WINDOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-22T12:05:30Z");
  private static final Instant SOON = Instant.parse("2026-11-22T13:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-22T12:05:40Z");

  private final TraceFormat format = JsonTraceFormat.verbatim(InstantSource.system());
  private final String project = "p" + UUID.randomUUID();
  private LocalSystem system;
  private Adapters adapters;
  private Instant clock = AFTER;
  private PricedJudge judge;
  private Sent sent;
  private Judgements judgements;
  private CheckBatch check;

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
            Checks.standard(),
            adapters.checkLog(),
            new Notices(adapters.lowScores(), adapters.reviewQueue(), adapters.alerts(), "assay"));
  }

  /** Stored and checked traces that the policy wishes to be judged: escalated ones. */
  private List<Handed> wished(String of, int count, double costUsd) {
    List<Handed> handed = stored(of, count, costUsd);
    check.check(handed, NOON);
    return handed;
  }

  private List<Handed> stored(String of, int count, double costUsd) {
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

  private void deliverJudges() {
    List<Sent.Judge> now = List.copyOf(sent.judges);
    sent.judges.clear();
    for (Sent.Judge message : now) {
      judgements.judge("b" + message.hashCode(), message.due(), message.attempt(), 1, AFTER, SOON);
    }
  }

  private DayTotals books(String of) {
    return adapters.ledger().day(of, LocalDate.ofInstant(WINDOW, ZoneOffset.UTC));
  }

  private List<Feedback> judged(Handed trace) {
    return adapters.feedbackLog().of(trace.key().id()).stream()
        .filter(one -> one.source().type() == Source.Type.JUDGE)
        .toList();
  }

  private WindowLog.Closed closed(String of) {
    return adapters.windowLog().closed(of, WINDOW).orElseThrow();
  }

  @Test
  void within_the_budget_everyone_wished_is_judged_and_what_was_reserved_is_released() {
    List<Handed> traces = wished(project, 6, 1);
    judgements.wished("m1", traces, 1, NOON, SOON);
    assertThat(judge.calls).as("nobody is judged before the window closes").hasValue(0);
    assertThat(sent.closes)
        .containsExactly(new Sent.Close(project, WINDOW, DUE, Duration.ofSeconds(320)));

    judgements.close(project, WINDOW, DUE, AFTER);
    assertThat(books(project).get(DayTotals.JUDGE_RESERVED_USD)).isCloseTo(0.06, within(1e-9));
    deliverJudges();

    assertThat(traces).allSatisfy(trace -> assertThat(judged(trace)).hasSize(1));
    DayTotals books = books(project);
    assertThat(books.get(DayTotals.JUDGE_RELEASED_USD)).isCloseTo(0.06, within(1e-9));
    assertThat(books.get(DayTotals.JUDGE_USD)).isCloseTo(0.03, within(1e-9));
    assertThat(books.get(DayTotals.JUDGE_USD + ".h12")).isCloseTo(0.03, within(1e-9));
    assertThat(books.get(DayTotals.JUDGED)).isEqualTo(6);
    assertThat(books.cells()).hasSize(1);
    assertThat(closed(project).parameters().lowered()).isFalse();
    assertThat(closed(project).unchecked()).isZero();
  }

  @Test
  void over_the_budget_rates_are_lowered_and_each_score_keeps_its_final_probability() {
    String poor = project + "-poor";
    // 40 traces at 10 cents allow 20 cents of judging: 20 calls of the 40 wished.
    List<Handed> traces = wished(poor, 40, 0.1);
    judgements.wished("m2", traces, 1, NOON, SOON);
    judgements.close(poor, WINDOW, DUE, AFTER);
    WindowLog.Closed closed = closed(poor);
    deliverJudges();

    List<WindowLog.Fate> drawn =
        closed.fates().values().stream()
            .filter(fate -> fate.fate() == WindowDraw.Fate.DRAWN)
            .toList();
    assertThat(drawn).hasSizeBetween(1, 20);
    assertThat(judge.calls).hasValue(drawn.size());
    assertThat(closed.fates()).hasSize(40);
    assertThat(closed.reason()).contains("rates lowered");
    assertThat(books(poor).get(DayTotals.OVER_BUDGET)).isEqualTo(40 - drawn.size());
    assertThat(books(poor).get(DayTotals.JUDGE_RESERVED_USD)).isLessThanOrEqualTo(0.2 + 1e-9);
    assertThat(drawn)
        .allSatisfy(fate -> {
          assertThat(fate.probability()).isBetween(0.01, 0.6);
          assertThat(judged(fate.candidate().trace())).hasSize(1);
        });
  }

  @Test
  void messages_that_come_twice_change_nothing() {
    String twice = project + "-twice";
    List<Handed> traces = wished(twice, 5, 1);
    judgements.wished("m3", traces, 1, NOON, SOON);
    judgements.wished("m3", traces, 2, NOON.plusSeconds(400), SOON);
    judgements.close(twice, WINDOW, DUE, AFTER);
    judgements.close(twice, WINDOW, DUE, AFTER);
    assertThat(sent.judges).as("sent once, or calls would be paid twice").hasSize(1);
    assertThat(sent.closes).as("asked for once").hasSize(1);
    Sent.Judge first = sent.judges.getFirst();
    for (int i = 1; i <= 3; i++) {
      judgements.judge("same", first.due(), 1, i, AFTER, SOON);
    }
    judgements.judge("other", sent.judges.getLast().due(), 1, 1, AFTER, SOON);

    assertThat(judge.calls).hasValue(5);
    assertThat(books(twice).get(DayTotals.JUDGED)).isEqualTo(5);
    assertThat(books(twice).get(DayTotals.JUDGE_RESERVED_USD)).isCloseTo(0.05, within(1e-9));
    assertThat(books(twice).get(DayTotals.JUDGE_USD)).isCloseTo(0.025, within(1e-9));
  }

  @Test
  void what_comes_after_the_close_waits_in_the_next_window_and_an_early_close_waits_too() {
    String late = project + "-late";
    judgements.wished("m4", wished(late, 1, 1), 1, NOON, SOON);
    judgements.close(late, WINDOW, DUE, NOON);
    assertThat(adapters.windowLog().closed(late, WINDOW)).isEmpty();
    assertThat(sent.closes.getLast().delay()).isEqualTo(Duration.ofSeconds(320));

    judgements.close(late, WINDOW, DUE, AFTER);
    judgements.wished("m5", wished(late, 1, 1), 1, NOON, SOON);
    assertThat(sent.closes.getLast().window()).isEqualTo(WINDOW.plusSeconds(300));
  }

  @Test
  void two_windows_that_close_at_once_do_not_spend_the_same_money() throws Exception {
    String race = project + "-race";
    // Both windows together earn 8 cents of judging and wish for 40.
    judgements.wished("m6", wished(race, 20, 0.04), 1, NOON, SOON);
    judgements.wished("m7", wished(race, 20, 0.04), 1, NOON.plusSeconds(300), SOON);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var one = threads.submit(() -> judgements.close(race, WINDOW, DUE, AFTER.plusSeconds(300)));
      var two =
          threads.submit(() ->
              judgements.close(
                  race, WINDOW.plusSeconds(300), DUE.plusSeconds(300), AFTER.plusSeconds(300)));
      one.get();
      two.get();
    }
    assertThat(books(race).get(DayTotals.JUDGE_RESERVED_USD))
        .isPositive()
        .isLessThanOrEqualTo(0.08 + 1e-9);
  }

  @Test
  void an_outage_is_waited_out_by_messages_of_its_own_and_what_it_cost_is_counted() {
    String outage = project + "-outage";
    List<Handed> traces = wished(outage, 3, 1);
    judgements.wished("m8", traces, 1, NOON, SOON);
    judgements.close(outage, WINDOW, DUE, AFTER);
    judge.outOfOrder = true;
    deliverJudges();
    deliverJudges();
    assertThat(sent.judges)
        .singleElement()
        .satisfies(message -> {
          assertThat(message.attempt()).isEqualTo(3);
          assertThat(message.delay()).isEqualTo(Duration.ofMinutes(2));
        });
    assertThat(traces).allSatisfy(trace -> assertThat(judged(trace)).isEmpty());
    assertThat(books(outage).get(DayTotals.JUDGE_USD)).isCloseTo(6 * 0.005, within(1e-9));

    judge.outOfOrder = false;
    deliverJudges();
    assertThat(traces).allSatisfy(trace -> assertThat(judged(trace)).hasSize(1));
    assertThat(sent.judges).isEmpty();
  }

  @Test
  void after_days_of_waiting_a_fault_counts_as_lasting() {
    String never = project + "-never";
    List<Handed> traces = wished(never, 1, 1);
    judgements.wished("m9", traces, 1, NOON, SOON);
    judgements.close(never, WINDOW, DUE, AFTER);
    judge.outOfOrder = true;
    judgements.judge("last", sent.judges.getFirst().due(), 288, 1, AFTER, SOON);
    assertThat(judged(traces.getFirst()))
        .singleElement()
        .satisfies(
            one -> assertThat(one.assessment().verdict()).isInstanceOf(Verdict.Failed.class));
  }

  @Test
  void who_died_while_sending_is_followed_by_another_once_it_can_be_at_work_no_more() {
    String killed = project + "-killed";
    List<Handed> traces = wished(killed, 30, 1);
    judgements.wished("m10", traces, 1, NOON, SOON);
    sent.judgesLeft = 1;
    assertThatThrownBy(() -> judgements.close(killed, WINDOW, DUE, AFTER)).hasMessage("killed");
    sent.judgesLeft = Integer.MAX_VALUE;

    judgements.close(killed, WINDOW, DUE, AFTER.plusSeconds(1));
    assertThat(sent.judges).as("it may be at work still").hasSize(1);
    Sent.Close again = sent.closes.getLast();
    assertThat(again.due()).isEqualTo(AFTER.plusSeconds(300));

    judgements.close(killed, WINDOW, again.due(), again.due());
    judgements.close(killed, WINDOW, again.due(), again.due());
    assertThat(sent.judges.stream().map(Sent.Judge::due)).hasSize(3);
    assertThat(sent.judges.get(1).due()).isEqualTo(sent.judges.get(0).due());
    deliverJudges();
    assertThat(judge.calls).hasValue(30);
    assertThat(books(killed).get(DayTotals.JUDGE_RELEASED_USD)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void nobody_is_let_into_a_window_whose_candidates_are_being_read() {
    String sealed = project + "-sealed";
    judgements.wished("m11", wished(sealed, 1, 1), 1, NOON, SOON);
    adapters.windowLog().seal(sealed, WINDOW);
    judgements.wished("m12", wished(sealed, 1, 1), 1, NOON, SOON);
    assertThat(sent.closes.getLast().window()).isEqualTo(WINDOW.plusSeconds(300));
    assertThat(adapters.windowLog().closed(sealed, WINDOW)).isEmpty();
    assertThat(adapters.windowLog().decidedBetween(sealed, WINDOW, AFTER)).isEmpty();

    judgements.close(sealed, WINDOW, DUE, AFTER);
    assertThat(closed(sealed).fates()).hasSize(1);
    assertThat(adapters.windowLog().decidedBetween(sealed, WINDOW, AFTER))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.window()).isEqualTo(WINDOW);
          assertThat(one.drawnUsd()).isCloseTo(0.01, within(1e-9));
          assertThat(one.lowered()).isFalse();
        });
  }

  @Test
  void a_trace_that_waited_in_two_windows_is_judged_once_and_both_release() {
    String both = project + "-both";
    List<Handed> traces = wished(both, 2, 1);
    judgements.wished("m13", traces, 1, NOON, SOON);
    judgements.wished("m13, grouped otherwise", traces, 1, NOON.plusSeconds(300), SOON);
    judgements.close(both, WINDOW, DUE, AFTER);
    judgements.close(both, WINDOW.plusSeconds(300), AFTER, AFTER);
    assertThat(books(both).get(DayTotals.JUDGE_RESERVED_USD)).isCloseTo(0.04, within(1e-9));
    deliverJudges();

    assertThat(judge.calls).hasValue(2);
    assertThat(books(both).get(DayTotals.JUDGE_RELEASED_USD)).isCloseTo(0.04, within(1e-9));
    assertThat(books(both).get(DayTotals.JUDGED)).isEqualTo(2);
  }

  @Test
  void a_message_without_its_luck_is_refused_and_the_window_goes_on() {
    String odd = project + "-odd";
    List<Handed> traces = wished(odd, 2, 1);
    Handed one = traces.getFirst();
    Handed without =
        new Handed(one.key(), one.pointer(), odd, one.startedAt(), 1.0, one.tiers(), 0.5, 0, true);
    assertThatThrownBy(() -> judgements.wished("m14", List.of(without), 1, NOON, SOON))
        .hasMessageContaining("hash: expected one that the probability keeps");
    judgements.wished("m15", List.of(traces.getLast()), 1, NOON, SOON);
    judgements.close(odd, WINDOW, DUE, AFTER);
    assertThat(closed(odd).fates()).hasSize(1);
  }

  @Test
  void what_does_not_fit_into_the_time_that_is_left_is_asked_for_again() {
    String slow = project + "-slow";
    List<Handed> traces = wished(slow, 3, 1);
    judgements.wished("m18", traces, 1, NOON, SOON);
    judgements.close(slow, WINDOW, DUE, AFTER);
    List<Due> due = sent.judges.getFirst().due();
    sent.judges.clear();
    clock = SOON;
    judgements.judge("slow", due, 288, 1, AFTER, SOON);
    assertThat(judge.calls).hasValue(0);
    assertThat(sent.judges.getFirst().due()).isEqualTo(due);
    assertThat(judge.until).isNull();

    clock = AFTER;
    deliverJudges();
    assertThat(traces).allSatisfy(trace -> assertThat(judged(trace)).hasSize(1));
    assertThat(judge.until).isEqualTo(SOON);
  }

  @Test
  void the_draw_waits_for_the_checks() {
    String checked = project + "-late-checks";
    List<Handed> traces = stored(checked, 2, 1);
    judgements.wished("m16", traces, 1, NOON, SOON);
    judgements.close(checked, WINDOW, DUE, AFTER);
    assertThat(sent.closes.getLast().due()).isEqualTo(AFTER.plusSeconds(60));
    assertThat(sent.judges).isEmpty();

    check.check(traces, AFTER);
    judgements.close(checked, WINDOW, AFTER.plusSeconds(60), AFTER.plusSeconds(60));
    assertThat(closed(checked).unchecked()).isZero();
    assertThat(sent.judges).hasSize(1);
  }

  @Test
  void checks_that_never_come_do_not_keep_a_window_open_for_ever() {
    String never = project + "-no-checks";
    judgements.wished("m17", stored(never, 2, 1), 1, NOON, SOON);
    judgements.close(never, WINDOW, DUE, WINDOW.plus(Duration.ofMinutes(30)));
    assertThat(closed(never).unchecked()).isEqualTo(2);
    assertThat(closed(never).fates().values())
        .as("nothing is in the books that they could be judged on")
        .allMatch(fate -> fate.fate() == WindowDraw.Fate.TOO_DEAR);
    assertThat(books(never).get(DayTotals.OVER_BUDGET)).isEqualTo(2);
  }
}
