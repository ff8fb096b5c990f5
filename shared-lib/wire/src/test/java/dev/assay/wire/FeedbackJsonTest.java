package dev.assay.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackJsonTest {
  private static Feedback costing(Spend spend) {
    return Feedback.of(
        new TraceKey(new TraceId("t1"), 1),
        new Assessment("faithfulness", Verdict.scored(0.5), null, "so", List.of(), spend),
        new Source(Source.Type.JUDGE, "faithfulness", "v1"),
        Instant.EPOCH);
  }

  @Test
  void what_was_spent_keeps_whether_it_is_an_estimate() {
    Feedback said = costing(new Spend(10, 2, 0.5));
    Feedback estimated = costing(new Spend(10, 2, 0.5, true));

    assertThat(FeedbackJson.read(FeedbackJson.write(said))).isEqualTo(said);
    assertThat(FeedbackJson.write(said).path("spend").has("estimated")).isFalse();
    assertThat(FeedbackJson.read(FeedbackJson.write(estimated))).isEqualTo(estimated);
  }
}
