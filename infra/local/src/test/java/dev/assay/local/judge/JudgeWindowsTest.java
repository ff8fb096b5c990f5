package dev.assay.local.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.WindowLog;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.Handed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The budget at work: a window from those who wait to those who are judged. */
final class JudgeWindowsTest extends JudgeWindows {
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
}
