package dev.assay.local.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.judge.Due;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.Handed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows where something went wrong: kills, late checks, repeated and odd messages. */
final class JudgeWindowFaultsTest extends JudgeWindows {
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
