package dev.assay.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Verdict;
import org.junit.jupiter.api.Test;

final class ToolChecksTest {
  private static final ToolErrors ERRORS = new ToolErrors();
  private static final ToolLoops LOOPS = new ToolLoops();

  @Test
  void failed_and_unanswered_calls_are_counted_apart() {
    Conversation talk =
        new Conversation()
            .calls("1", "get", "a")
            .answers("1", "ok", false)
            .calls("2", "get", "b")
            .answers("2", "no", true)
            .calls("3", "get", "c")
            .calls("4", "get", "d")
            .answers("4", "ok", false);
    assertThat(talk.score(ERRORS, "tool_errors")).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(ERRORS, "tool_errors").value()).isEqualTo("1 failed, 1 unanswered of 4");
    assertThat(talk.assess(ERRORS, "tool_errors").findings())
        .extracting(Finding::message, Finding::verdict)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(2, "failed"),
            org.assertj.core.groups.Tuple.tuple(4, "unanswered"));
  }

  @Test
  void a_call_id_used_twice_is_answered_in_order() {
    Conversation talk =
        new Conversation()
            .calls("1", "get", "a")
            .answers("1", "no", true)
            .calls("1", "get", "a")
            .answers("1", "ok", false);
    assertThat(talk.assess(ERRORS, "tool_errors").findings())
        .extracting(Finding::message)
        .containsExactly(0);
  }

  @Test
  void without_calls_there_is_no_score() {
    Conversation talk = new Conversation().user(0, 1);
    assertThat(talk.assess(ERRORS, "tool_errors").verdict()).isInstanceOf(Verdict.Unscored.class);
    assertThat(talk.assess(LOOPS, "tool_loops").verdict()).isInstanceOf(Verdict.Unscored.class);
  }

  @Test
  void the_same_call_three_times_with_the_same_answer_is_a_loop() {
    Conversation talk = new Conversation();
    for (int i = 0; i < 3; i++) {
      talk.calls("c" + i, "get", "a").answers("c" + i, "same", false);
    }
    talk.calls("d", "put", "a").answers("d", "done", false);
    assertThat(talk.score(LOOPS, "tool_loops")).isCloseTo(0.5, within(1e-9));
    assertThat(talk.assess(LOOPS, "tool_loops").findings())
        .extracting(Finding::message)
        .containsExactly(2, 4);
  }

  @Test
  void two_calls_or_another_answer_each_time_are_none() {
    Conversation twice = new Conversation();
    Conversation polling = new Conversation();
    for (int i = 0; i < 3; i++) {
      polling.calls("c" + i, "get", "a").answers("c" + i, "state " + i, false);
    }
    for (int i = 0; i < 2; i++) {
      twice.calls("c" + i, "get", "a").answers("c" + i, "same", false);
    }
    assertThat(twice.score(LOOPS, "tool_loops")).isEqualTo(1);
    assertThat(polling.score(LOOPS, "tool_loops")).isEqualTo(1);
  }

  @Test
  void two_calls_that_take_turns_are_a_loop() {
    Conversation talk = new Conversation();
    for (int i = 0; i < 2; i++) {
      talk.calls("a" + i, "get", "a").answers("a" + i, "x", false);
      talk.calls("b" + i, "get", "b").answers("b" + i, "y", false);
    }
    assertThat(talk.score(LOOPS, "tool_loops")).isCloseTo(0.5, within(1e-9));
  }
}
