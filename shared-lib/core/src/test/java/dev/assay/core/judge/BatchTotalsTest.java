package dev.assay.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.JudgeLog.Decision;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.Tier;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BatchTotalsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Source JUDGE = new Source(Source.Type.JUDGE, "faithfulness", "1");
  private static final Spend SPEND = new Spend(100, 10, 0.25);
  private static final Draw DRAW = draw("2026-11-22T09:55:00Z");

  private final List<Handed> traces =
      IntStream.range(0, 10).mapToObj(BatchTotalsTest::handed).toList();
  private final Map<TraceKey, Decision> decided = new HashMap<>();

  @Test
  void a_second_kill_does_not_hide_the_first() {
    decide("b", 1, 0, 4);
    decide("b", 2, 4, 7);
    decide("b", 3, 7, 10);
    BatchTotals totals = totals("b", 1);

    assertThat(counted(totals, 1, DayTotals.MAYBE_REPEATED)).isZero();
    assertThat(counted(totals, 2, DayTotals.MAYBE_REPEATED)).isEqualTo(1);
    assertThat(counted(totals, 3, DayTotals.MAYBE_REPEATED)).isEqualTo(1);
    assertThat(counted(totals, 1, DayTotals.JUDGED)).isEqualTo(4);
    assertThat(counted(totals, 2, DayTotals.JUDGED)).isEqualTo(3);
    assertThat(counted(totals, 3, DayTotals.JUDGED)).isEqualTo(3);
    assertThat(counted(totals, 3, DayTotals.JUDGE_USD)).isEqualTo(0.75);
  }

  @Test
  void a_kill_costs_no_more_calls_than_were_under_way() {
    decide("b", 1, 0, 1);
    decide("b", 2, 1, 10);

    assertThat(counted(totals("b", 8), 2, DayTotals.MAYBE_REPEATED)).isEqualTo(8);
    assertThat(counted(totals("b", 20), 2, DayTotals.MAYBE_REPEATED)).isEqualTo(9);
  }

  @Test
  void a_delivery_that_found_everything_decided_counts_nothing() {
    decide("b", 1, 0, 10);

    assertThat(totals("b", 8).of(2, List.of())).isEmpty();
  }

  @Test
  void what_another_batch_decided_is_counted_there_and_the_call_that_lost_is_paid() {
    decide("other", 1, 0, 10);

    Map<String, DayTotals> totals =
        totals("b", 8).of(1, List.of(new BatchTotals.Repeated(traces.getFirst(), SPEND)));

    assertThat(totals.values())
        .containsExactly(
            new DayTotals(
                Map.of(
                    DayTotals.MAYBE_REPEATED, 1.0,
                    DayTotals.JUDGE_USD, 0.25,
                    DayTotals.JUDGE_INPUT_TOKENS, 100.0,
                    DayTotals.JUDGE_OUTPUT_TOKENS, 10.0)));
  }

  @Test
  void a_reservation_is_released_with_the_decision_and_by_nobody_else() {
    decide("b", 2, 0, 10);

    assertThat(counted(drawn("b", DRAW), 2, DayTotals.JUDGE_RELEASED_USD)).isEqualTo(5);
    assertThat(drawn("asked again", DRAW).of(1, List.of())).isEmpty();
  }

  @Test
  void what_two_windows_reserved_for_one_trace_both_release() {
    decide("b", 1, 0, 10);
    BatchTotals other = drawn("other", draw("2026-11-22T10:00:00Z"));

    assertThat(counted(other, 1, DayTotals.JUDGE_RELEASED_USD)).isEqualTo(5);
    assertThat(counted(other, 1, DayTotals.JUDGED)).isZero();
    assertThat(other.of(2, List.of())).isEmpty();
  }

  private static Draw draw(String window) {
    return new Draw(Instant.parse(window), new Cell(Tier.ROUTINE, Set.of()), 0.5);
  }

  private BatchTotals drawn(String batch, Draw draw) {
    List<Due> due = traces.stream().map(trace -> new Due(trace, draw)).toList();
    return new BatchTotals(batch, due, decided, project -> new EvidenceJudge(), 1);
  }

  private BatchTotals totals(String batch, int concurrency) {
    List<Due> due = traces.stream().map(trace -> new Due(trace, null)).toList();
    return new BatchTotals(batch, due, decided, project -> new EvidenceJudge(), concurrency);
  }

  private void decide(String batch, int delivery, int from, int to) {
    for (Handed trace : traces.subList(from, to)) {
      Assessment assessment =
          new Assessment(
              "faithfulness", new Verdict.Scored(new Score(1)), null, "fine", List.of(), SPEND);
      Feedback feedback = Feedback.of(trace.key(), assessment, JUDGE, NOW);
      decided.put(trace.key(), new Decision(List.of(feedback), batch, delivery, DRAW.window()));
    }
  }

  private static double counted(BatchTotals totals, int delivery, String name) {
    DayTotals day = totals.of(delivery, List.of()).get("default");
    return day == null ? 0 : day.get(name);
  }

  private static Handed handed(int number) {
    return new Handed(
        new TraceKey(new TraceId("t-" + number), 1),
        new Pointer("segment", number, 0, 1),
        "default",
        NOW,
        null,
        List.of("routine"),
        1,
        0,
        true);
  }
}
