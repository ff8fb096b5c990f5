package dev.assay.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.trace.Agent;
import dev.assay.core.trace.LlmCall;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class InferenceCostTest {
  private static final PriceTable PRICES =
      PriceTable.parse("as_of,2026-11-01\nbig,2,10,0.5\nsmall,1,1\n");

  private static @Nullable Double cost(@Nullable String model, Usage usage, LlmCall... calls) {
    return new InferenceCost(PRICES)
        .of(
            new Trace(
                new TraceId("t1"),
                "t1",
                "default",
                new Agent("desk", "1", model, null, null),
                "production",
                "chat",
                null,
                "en",
                ZoneOffset.UTC,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                List.of(calls),
                usage,
                Outcome.UNKNOWN,
                List.of(),
                null));
  }

  private static LlmCall call(@Nullable String model, long in, long cached, @Nullable Double usd) {
    return new LlmCall(model, in, cached, 0, usd, null, null);
  }

  @Test
  void what_the_agent_says_counts_before_any_price() {
    assertThat(cost("big", new Usage(1_000_000, 0, 0.25))).isEqualTo(0.25);
  }

  @Test
  void tokens_cost_what_the_calls_model_costs_and_cached_ones_less() {
    assertThat(
            cost(
                "small",
                Usage.UNKNOWN,
                call("big", 1_000_000, 400_000, null),
                call(null, 1_000_000, 0, null),
                call("small", 5, 0, 0.125)))
        .isCloseTo(1.2 + 0.2 + 1 + 0.125, within(1e-9));
  }

  @Test
  void without_calls_the_agents_model_prices_the_sum() {
    assertThat(cost("big", new Usage(1_000_000, 100_000, null))).isCloseTo(3, within(1e-9));
  }

  @Test
  void an_unknown_model_or_no_tokens_leave_the_cost_unknown_and_not_free() {
    assertThat(cost("other", new Usage(1_000_000, 0, null))).isNull();
    assertThat(cost(null, new Usage(1_000_000, 0, null))).isNull();
    assertThat(cost("big", Usage.UNKNOWN)).isNull();
    assertThat(cost("big", Usage.UNKNOWN, call("big", 9, 0, null), call("other", 9, 0, null)))
        .isNull();
  }
}
