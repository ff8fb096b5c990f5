package dev.assay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.FeedbackLog.LowScore;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Decided;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.TraceId;
import dev.assay.local.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge that costs money, from the queue of traces to the scores: all of it the real thing. */
@SuppressWarnings("NullAway.Init") // started in start()
final class PaidJudgeTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int TRACES = 40;

  /** About half of what judging all of them may cost. */
  private static final String COST_USD = "1.0";

  private ModelServer model;
  private Loop loop;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    Path prices =
        Files.writeString(directory.resolve("prices.csv"), "as_of,2026-11-01\nmodel,1,4\n");
    model = new ModelServer(Duration.ofMillis(5));
    loop = Loop.judgedBy(model.spec(), Map.of("ASSAY_JUDGE_PRICES", prices.toString()));
    SamplingPolicy policy = SamplingPolicy.DEFAULT;
    Budget budget = new Budget(0.05, 0.01, Duration.ofSeconds(10));
    loop.adapters()
        .policyStore()
        .save(new SamplingPolicy(2, "paid", policy.rates(), 30, 3, budget, Set.of()));
  }

  @AfterEach
  void stop() {
    loop.close();
    model.close();
  }

  @Test
  void the_wished_wait_are_drawn_within_the_budget_and_scored_with_their_final_probability()
      throws Throwable {
    List<String> ids = Loop.ids("paid", TRACES);
    String usage = "{\"cost_usd\":" + COST_USD + "}";
    loop.send(ids.stream().map(id -> Loop.escalated(id).with("usage", usage).json()).toList());
    Eventually.within(PATIENCE, () -> assertThat(loop.today().decided()).isEqualTo(TRACES));

    List<Fate> fates = fates();
    List<Fate> drawn = fates.stream().filter(fate -> fate.fate() == WindowDraw.Fate.DRAWN).toList();
    assertThat(fates).hasSize(TRACES);
    assertThat(drawn).hasSizeBetween(1, TRACES - 1);
    assertThat(model.calls()).isEqualTo(drawn.size());
    assertThat(loop.depth("JudgementsDead")).isZero();

    DayTotals books = loop.today();
    assertThat(books.get(DayTotals.JUDGED)).isEqualTo(drawn.size());
    assertThat(books.get(DayTotals.JUDGE_RELEASED_USD))
        .isPositive()
        .isCloseTo(books.get(DayTotals.JUDGE_RESERVED_USD), within(1e-6));
    assertThat(books.get(DayTotals.JUDGE_USD))
        .as("100 tokens at $1 and 10 at $4 a million, each call")
        .isCloseTo(drawn.size() * 140e-6, within(1e-8));
    assertThat(books.get(DayTotals.JUDGE_RESERVED_USD))
        .isLessThanOrEqualTo(0.05 * books.get(DayTotals.INFERENCE_USD) + 1e-9);

    Map<TraceId, Double> probabilities = noted(drawn);
    for (Fate fate : fates) {
      TraceId id = fate.candidate().trace().key().id();
      boolean chosen = fate.fate() == WindowDraw.Fate.DRAWN;
      assertThat(loop.said(Source.Type.JUDGE, id.value()).isEmpty()).isEqualTo(!chosen);
      if (chosen) {
        assertThat(probabilities.get(id)).isCloseTo(fate.probability(), within(1e-9)).isLessThan(1);
      }
    }
  }

  private List<Fate> fates() {
    Instant now = Instant.now();
    List<Fate> fates = new ArrayList<>();
    for (Decided window :
        loop.adapters().windowLog().decidedBetween("default", now.minus(PATIENCE), now)) {
      Closed closed = loop.adapters().windowLog().closed("default", window.window()).orElseThrow();
      assertThat(closed.unchecked()).isZero();
      fates.addAll(closed.fates().values());
    }
    return fates;
  }

  /** Probabilities beside the scores where the lowest are looked for. */
  private Map<TraceId, Double> noted(List<Fate> drawn) {
    var one = drawn.getFirst().candidate().trace();
    Feedback first = loop.said(Source.Type.JUDGE, one.key().id().value()).getFirst();
    return loop
        .adapters()
        .feedbackLog()
        .lowest("default", first.assessment().key(), one.startedAt(), one.startedAt(), 2 * TRACES)
        .stream()
        .collect(Collectors.toMap(LowScore::trace, LowScore::probability));
  }
}
