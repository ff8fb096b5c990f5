package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.show.Fates.Waited;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Candidate;
import dev.assay.core.judge.Draw;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Signal;
import dev.assay.core.sampling.Tier;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.Mappers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class ExplanationTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final TraceKey KEY = new TraceKey(new TraceId("call-1"), 1);
  private static final Source JUDGE = new Source(Source.Type.JUDGE, "faithfulness", "v1");

  private static TraceRecord trace(boolean keep) {
    long hash = SampleHash.of(SamplingPolicy.DEFAULT.salt(), "call-1");
    double luck = SampleHash.luck(hash);
    return new TraceRecord(
        KEY,
        new Pointer("segment", 0, 0, 1),
        "call-1",
        "default",
        new Agent("shop", null, null, null, null),
        null,
        null,
        null,
        NOON,
        NOON,
        null,
        List.of(),
        new TraceRecord.Sampled(List.of("tool_call"), 3_000, keep ? 1 : luck / 2, hash, keep, 1));
  }

  private static Waited waited(WindowDraw.Fate what) {
    Handed handed = Handed.of(trace(true));
    Candidate candidate = new Candidate(handed, Set.of(Signal.RETRY), 0.02);
    Draw draw = new Draw(NOON, new Cell(Tier.TOOL_CALL, Set.of(Signal.RETRY)), 0.02);
    Fate fate = new Fate(candidate, what, draw, 0.4, 0.35);
    WindowDraw.Parameters numbers =
        new WindowDraw.Parameters(
            1, 2, 1, 0.9, OptionalDouble.of(0.1), 1, OptionalDouble.empty(), List.of());
    Closed closed =
        new Closed(NOON.plusSeconds(330), numbers, "rates lowered", 0, Map.of(KEY, fate));
    return new Waited(NOON, closed, fate);
  }

  private static Feedback said(String key, Verdict verdict) {
    Assessment assessment =
        new Assessment(key, verdict, null, "", List.of(), new Spend(100, 10, 0.0015));
    return Feedback.of(KEY, assessment, JUDGE, NOON);
  }

  private static Explanation of(TraceRecord trace, @Nullable Waited waited, Feedback... said) {
    return Explanation.of(trace, SamplingPolicy.DEFAULT, waited, List.of(said));
  }

  @Test
  void who_was_not_wished_was_sampled_out() {
    Explanation explanation = of(trace(false), null);
    assertThat(explanation.words())
        .contains("call-1 is in: tool_call.")
        .contains("30.0 %, of tool_call, under policy 1")
        .contains("not wished.")
        .contains("judge: sampled out")
        .doesNotContain("window");
    assertThat(explanation.agrees()).isTrue();
  }

  @Test
  void who_was_not_drawn_was_over_budget_with_the_numbers_behind_it() {
    Explanation explanation = of(trace(true), waited(WindowDraw.Fate.OVER_BUDGET));
    assertThat(explanation.words())
        .contains("It waited in the window of 2026-11-22T12:00:00Z")
        .contains("decided at 2026-11-22T12:05:30Z: rates lowered.")
        .contains("Its cell is tool_call+retry, judging it may cost $0.0200")
        .contains("not drawn: others came first and the budget was used up")
        .contains("rate for tool_call+retry is 40.0 %, probability 35.0 %")
        .contains("judge: over budget");
    ObjectNode json = Mappers.JSON.createObjectNode();
    explanation.write(json);
    assertThat(json.at("/window/final_probability").asDouble()).isEqualTo(0.35);
    assertThat(json.at("/window/fate").asString()).isEqualTo("over_budget");
    assertThat(json.at("/decisions/0/decision").asString()).isEqualTo("over_budget");
  }

  @Test
  void every_rubric_says_what_became_of_it() {
    Explanation explanation =
        of(
            trace(true),
            waited(WindowDraw.Fate.DRAWN),
            said("faithfulness", Verdict.scored(0.75)),
            said("tone", Verdict.unscored("nothing to judge")),
            said("answered", new Verdict.Failed(new Fault("it was refused", false))));
    assertThat(explanation.words())
        .contains("judge faithfulness: judged, 0.75, for $0.0015 (faithfulness@v1)")
        .contains("judge tone: filtered: nothing to judge")
        .contains("judge answered: failed: it was refused");
    ObjectNode json = Mappers.JSON.createObjectNode();
    explanation.write(json);
    assertThat(json.path("decisions"))
        .extracting(one -> one.path("decision").asString())
        .containsExactly("judged", "filtered", "failed");
  }

  @Test
  void who_is_drawn_and_not_judged_yet_is_told_so() {
    assertThat(of(trace(true), waited(WindowDraw.Fate.DRAWN)).words())
        .contains("judge: drawn, not judged yet");
    assertThat(of(trace(true), null).words()).contains("judge: not judged yet");
  }
}
