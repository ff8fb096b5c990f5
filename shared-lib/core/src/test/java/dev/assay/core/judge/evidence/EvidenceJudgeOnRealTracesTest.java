package dev.assay.core.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prints what docs/judge.md says of the evidence judge, and guards it from getting worse. */
class EvidenceJudgeOnRealTracesTest {
  private static final Pattern AMOUNT = Pattern.compile("\\$([0-9][0-9,]*(?:\\.[0-9]{2})?)");

  private final EvidenceJudge judge = new EvidenceJudge();

  @Test
  void most_real_conversations_hold_and_a_changed_amount_is_seen() throws IOException {
    Optional<Path> folder = TauTraces.folder();
    assumeTrue(folder.isPresent(), "shared/data/tau is not beside this repository");
    List<TauTraces.Rewarded> traces = TauTraces.read(folder.get());

    Map<String, Integer> histogram = new TreeMap<>();
    Map<String, Integer> verdicts = new TreeMap<>();
    List<double[]> scored = new ArrayList<>();
    int below = 0;
    for (TauTraces.Rewarded rewarded : traces) {
      Assessment assessment = judge.assess(rewarded.trace()).getFirst();
      switch (assessment.verdict()) {
        case Verdict.Scored s -> {
          double score = s.score().value();
          scored.add(new double[] {score, rewarded.reward()});
          below += score < 0.5 ? 1 : 0;
          histogram.merge(
              String.format(Locale.ROOT, "%.1f", Math.floor(score * 10) / 10), 1, Integer::sum);
        }
        case Verdict.Unscored _ -> histogram.merge("unscored", 1, Integer::sum);
        case Verdict.Failed _ -> histogram.merge("failed", 1, Integer::sum);
      }
      for (Finding f : assessment.findings()) {
        verdicts.merge(f.type() + " " + f.verdict(), 1, Integer::sum);
        if (Boolean.getBoolean("assay.show")) {
          System.out.println(
              rewarded.trace().id()
                  + " "
                  + f.type()
                  + " "
                  + f.message()
                  + " "
                  + f.verdict()
                  + ": "
                  + f.text().replace('\n', ' '));
        }
      }
    }
    int[] changed = changed(traces);

    System.out.printf(
        Locale.ROOT,
        "evidence judge on %d traces: %s%nunsupported: %s%nbelow 0.5: %d of %d; AUROC against"
            + " reward %.3f; changed amounts seen: %d of %d, of those below 0.5: %d%n",
        traces.size(),
        histogram,
        verdicts,
        below,
        scored.size(),
        auroc(scored),
        changed[0],
        changed[1],
        changed[2]);
    assertThat(histogram).doesNotContainKey("failed");
    assertThat(below).as("false alarms").isLessThan(traces.size() / 10);
    assertThat(changed[0]).as("recall").isGreaterThan(changed[1] * 3 / 4);
  }

  /** One amount of each trace made 13 % larger: seen, tried, and scored below 0.5. */
  private int[] changed(List<TauTraces.Rewarded> traces) {
    int seen = 0;
    int tried = 0;
    int low = 0;
    for (TauTraces.Rewarded rewarded : traces) {
      int message = lastAmount(rewarded.trace());
      if (message < 0) {
        continue;
      }
      tried++;
      Assessment assessment = judge.assess(inflated(rewarded.trace(), message)).getFirst();
      boolean found =
          assessment.findings().stream()
              .anyMatch(f -> f.message() == message && f.type().equals("MONEY"));
      seen += found ? 1 : 0;
      low += assessment.verdict() instanceof Verdict.Scored s && s.score().value() < 0.5 ? 1 : 0;
    }
    return new int[] {seen, tried, low};
  }

  private static int lastAmount(Trace trace) {
    for (int i = trace.steps().size() - 1; i >= 0; i--) {
      if (trace.steps().get(i) instanceof Step.AgentTurn turn
          && AMOUNT.matcher(turn.text()).find()) {
        return i;
      }
    }
    return -1;
  }

  private static Trace inflated(Trace trace, int message) {
    List<Step> steps = new ArrayList<>(trace.steps());
    Step.AgentTurn turn = (Step.AgentTurn) steps.get(message);
    Matcher amount = AMOUNT.matcher(turn.text());
    amount.find();
    BigDecimal value = new BigDecimal(amount.group(1).replace(",", ""));
    BigDecimal larger =
        value.multiply(new BigDecimal("1.13")).add(BigDecimal.ONE).setScale(2, RoundingMode.UP);
    String text =
        turn.text().substring(0, amount.start(1)) + larger + turn.text().substring(amount.end(1));
    steps.set(message, new Step.AgentTurn(text, turn.calls(), turn.timing(), turn.interrupted()));
    return new Trace(
        trace.id(),
        trace.conversation(),
        trace.project(),
        trace.agent(),
        trace.environment(),
        trace.channel(),
        trace.flow(),
        trace.locale(),
        trace.timeZone(),
        trace.startedAt(),
        trace.endedAt(),
        steps,
        trace.context(),
        trace.llmCalls(),
        trace.usage(),
        trace.outcome(),
        trace.tags(),
        trace.piece());
  }

  /** The chance that a solved trace scores above an unsolved one; 0.5 is no knowledge. */
  private static double auroc(List<double[]> scored) {
    double wins = 0;
    long pairs = 0;
    for (double[] solved : scored) {
      for (double[] other : scored) {
        if (solved[1] == 1 && other[1] == 0) {
          pairs++;
          wins += solved[0] > other[0] ? 1 : solved[0] == other[0] ? 0.5 : 0;
        }
      }
    }
    return pairs == 0 ? Double.NaN : wins / pairs;
  }
}
