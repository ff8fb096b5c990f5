package dev.assay.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SamplerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));
  private static final Step HELLO = new Step.UserTurn("hello", List.of(), Timing.UNKNOWN, false);
  private static final Step CALL =
      new Step.AgentTurn(
          "", List.of(new ToolCall("1", "f", Json.Null.NULL)), Timing.UNKNOWN, false);

  @Test
  void a_trace_of_no_tier_is_routine() {
    assertThat(decide(trace("en-GB", Outcome.UNKNOWN, HELLO), LONG_AGO).tiers())
        .containsExactly(Tier.ROUTINE);
  }

  @Test
  void a_new_flow_outranks_tools_and_language_and_all_are_recorded() {
    SamplingDecision decision =
        decide(trace("es", Outcome.UNKNOWN, CALL), NOW.minus(Duration.ofDays(29)));
    assertThat(decision.tiers()).containsExactly(Tier.NEW_FLOW, Tier.TOOL_CALL, Tier.NON_ENGLISH);
    assertThat(decision.rateBp()).isEqualTo(5_000);
    assertThat(decision.probability()).isEqualTo(0.5);
  }

  @Test
  void a_flow_is_new_for_thirty_days() {
    Trace trace = trace("en", Outcome.UNKNOWN, HELLO);
    assertThat(decide(trace, NOW.minus(Duration.ofDays(30))).tier()).isEqualTo(Tier.ROUTINE);
    assertThat(decide(trace, NOW.minus(Duration.ofDays(30)).plusSeconds(1)).tier())
        .isEqualTo(Tier.NEW_FLOW);
  }

  @Test
  void an_escalation_and_a_low_rating_are_always_kept() {
    Outcome escalated = new Outcome(true, null, null, null);
    Outcome low = new Outcome(false, 2.0, null, null);
    Outcome middling = new Outcome(false, 3.0, null, null);
    for (int i = 0; i < 200; i++) {
      assertThat(decide(trace("c" + i, "en", escalated, HELLO), LONG_AGO).keep()).isTrue();
      assertThat(decide(trace("c" + i, "en", low, HELLO), LONG_AGO).keep()).isTrue();
    }
    assertThat(decide(trace("en", middling, HELLO), LONG_AGO).tier()).isEqualTo(Tier.ROUTINE);
  }

  @Test
  void a_conversation_kept_at_ten_percent_is_kept_at_thirty() {
    int routine = 0;
    for (int i = 0; i < 5_000; i++) {
      boolean low = decide(trace("c" + i, "en", Outcome.UNKNOWN, HELLO), LONG_AGO).keep();
      boolean high = decide(trace("c" + i, "en", Outcome.UNKNOWN, CALL), LONG_AGO).keep();
      assertThat(!low || high).isTrue();
      routine += low ? 1 : 0;
    }
    // 500 expected; 4.7 standard deviations either way.
    assertThat(routine).isBetween(400, 600);
  }

  @Test
  void an_unknown_language_is_not_called_foreign() {
    assertThat(decide(trace(null, Outcome.UNKNOWN, HELLO), LONG_AGO).tier())
        .isEqualTo(Tier.ROUTINE);
  }

  @Test
  void a_policy_names_the_wrong_field() {
    assertThatThrownBy(() ->
            new SamplingPolicy(1, "s", Map.of(Tier.ROUTINE, 1), 30, 3, Budget.DEFAULT, Set.of()))
        .hasMessageContaining("rates.")
        .hasMessageContaining("missing");
    assertThatThrownBy(() ->
            new SamplingPolicy(
                1, "s", SamplingPolicy.DEFAULT.rates(), 30, 3, Budget.DEFAULT, Set.of("nose")))
        .hasMessageContaining("nose");
  }

  private static SamplingDecision decide(Trace trace, Instant flowFirstSeen) {
    return Sampler.decide(SamplingPolicy.DEFAULT, trace, flowFirstSeen);
  }

  private static Trace trace(@Nullable String locale, Outcome outcome, Step step) {
    return trace("c", locale, outcome, step);
  }

  private static Trace trace(
      String conversation, @Nullable String locale, Outcome outcome, Step step) {
    return new Trace(
        new TraceId("t"),
        conversation,
        "default",
        new Agent("a", null, null, null, null),
        "production",
        "chat",
        "booking",
        locale,
        ZoneOffset.UTC,
        NOW,
        null,
        List.of(step),
        List.of(),
        List.of(),
        Usage.UNKNOWN,
        outcome,
        List.of(),
        null);
  }
}
