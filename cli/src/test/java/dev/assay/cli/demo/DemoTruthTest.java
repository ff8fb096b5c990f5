package dev.assay.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DemoTruthTest {
  private static Truth truth(String id, @Nullable FaultKind fault, int message) {
    return new Truth(id, "s", fault, message, null, null, "en", "chat", "refund", "a", "1");
  }

  private static DemoTruth.Found commitments(String id, double score, int message, String verdict) {
    return new DemoTruth.Found(
        id, "commitments", score, List.of(new DemoTruth.Mark(message, verdict)));
  }

  @Test
  void a_fault_counts_as_found_only_at_its_own_message() {
    var report =
        DemoTruth.compare(
            List.of(
                truth("a", FaultKind.WRONG_REFUND, 6),
                truth("b", FaultKind.WRONG_REFUND, 6),
                truth("c", FaultKind.WRONG_REFUND, 6)),
            List.of(
                commitments("a", 0, 6, "contradicted"),
                commitments("b", 0.5, 6, "unsupported"),
                commitments("c", 0, 2, "contradicted")));
    assertThat(report.recalls())
        .containsExactly(new DemoTruth.Recall(FaultKind.WRONG_REFUND, 3, 1, 2, 0));
    assertThat(report.recalls().getFirst().sentence())
        .isEqualTo("wrong refund amount 2 of 3 found, 1 alerted");
  }

  @Test
  void grounded_findings_are_no_flags_on_clean_conversations() {
    var report =
        DemoTruth.compare(
            List.of(truth("a", null, -1), truth("b", null, -1), truth("c", null, -1)),
            List.of(
                commitments("a", 1, 4, "grounded"),
                commitments("b", 0.5, 4, "unfulfilled"),
                commitments("c", 0, 4, "ghost")));
    assertThat(report.falseFlags())
        .contains(
            new DemoTruth.FalseFlags(FaultKind.Family.COMMITMENT, 3, 1, 2, List.of("b", "c")));
  }

  @Test
  void what_the_judge_never_saw_is_not_scored_instead_of_missed() {
    var report =
        DemoTruth.compare(
            List.of(
                truth("a", FaultKind.UNFAITHFUL, 4),
                truth("b", FaultKind.UNFAITHFUL, 4),
                truth("c", FaultKind.UNFAITHFUL, 4)),
            List.of(
                new DemoTruth.Found("a", "faithfulness", 0.2, List.of()),
                new DemoTruth.Found("b", "faithfulness", null, List.of())));
    assertThat(report.recalls().getFirst().sentence())
        .isEqualTo("unfaithful answer 1 of 1 found, 2 not scored");
  }

  @Test
  void voice_and_tool_faults_are_found_by_their_own_family_only() {
    var report =
        DemoTruth.compare(
            List.of(truth("a", FaultKind.TALK_OVER, 3), truth("b", FaultKind.TOOL_LOOP, 3)),
            List.of(
                new DemoTruth.Found("a", "voice.talk_over", 0.0, List.of()),
                new DemoTruth.Found("b", "voice.talk_over", 0.0, List.of()),
                new DemoTruth.Found("b", "tool_loops", 1.0, List.of())));
    assertThat(report.recalls())
        .containsExactlyInAnyOrder(
            new DemoTruth.Recall(FaultKind.TALK_OVER, 1, 1, 1, 0),
            new DemoTruth.Recall(FaultKind.TOOL_LOOP, 1, 0, 0, 0));
  }
}
