package dev.assay.core.judge.evidence;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.Thresholds;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges faithfulness without a model: what the commitment check finds, and identifiers besides,
 * weighed. Deterministic and free, so that a laptop without any key shows the whole loop; named as
 * what it is wherever it appears. Stateless: one object serves all threads.
 *
 * <p>The score is the supported share of the claims' weights (deeds 3, money and percentages 2, all
 * else 1; each distinct claim once), times 0.4 for each claim at odds with the evidence and 0.6 for
 * each that none supports, at most three times: one broken promise among many true details must not
 * drown.
 *
 * <p>What it cannot see: meaning. It does not know whether a rule of the policy is told wrongly in
 * words, whether an answer helps, or whether an untrue thing was said that is neither a commitment
 * nor an identifier; what the check cannot hold against anything does not count. Rules that a
 * project has silenced in the check are not silent here. A trace that lacks the agent's
 * instructions makes what they say look unsupported; a trace without any evidence is Unscored.
 */
public final class EvidenceJudge implements Judge {
  /** The name under which every score of this judge appears. */
  public static final String NAME = "evidence-judge";

  /** The key it shares with the rubric of models, so that their scores compare. */
  public static final String KEY = "faithfulness";

  private static final int MOST_NAMED = 5;

  private final CommitmentCheck check = new CommitmentCheck();

  /** Its own version, and the check's, whose findings it weighs. */
  @Override
  public Source source() {
    return new Source(Source.Type.JUDGE, NAME, "2-check" + check.source().version());
  }

  @Override
  public Thresholds thresholds(String key) {
    return Thresholds.DEFAULT;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    if (!hasEvidence(trace)) {
      return List.of(unscored("the trace holds no evidence: no instructions, documents or tools"));
    }
    Claims claims = Claims.of(findings(trace));
    if (claims.count() == 0) {
      return List.of(unscored("the agent claims nothing that can be looked up"));
    }
    List<Finding> against = claims.against();
    return List.of(
        new Assessment(
            KEY,
            Verdict.scored(claims.score()),
            (claims.count() - against.size()) + " of " + claims.count() + " claims",
            comment(against),
            against,
            Spend.NOTHING));
  }

  private List<Finding> findings(Trace trace) {
    List<Finding> checked = check.assess(trace).getFirst().findings();
    Map<Integer, List<Finding>> byMessage =
        checked.stream().collect(Collectors.groupingBy(Finding::message));
    List<Finding> all = new ArrayList<>(checked);
    for (Finding one : Identifiers.in(trace)) {
      List<Finding> beside = byMessage.getOrDefault(one.message(), List.of());
      if (beside.stream().noneMatch(other -> overlap(one, other))) {
        all.add(one);
      }
    }
    all.sort(Comparator.comparingInt(Finding::message).thenComparingInt(Finding::start));
    return all;
  }

  private static boolean overlap(Finding one, Finding other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static boolean hasEvidence(Trace trace) {
    boolean told =
        trace.steps().stream()
            .anyMatch(step -> step instanceof Step.SystemPrompt prompt && !prompt.text().isBlank());
    return told || !trace.context().isEmpty() || trace.usesTools();
  }

  private static String comment(List<Finding> against) {
    if (against.isEmpty()) {
      return "every claim that can be looked up has evidence";
    }
    StringBuilder out = new StringBuilder();
    against.stream()
        .limit(MOST_NAMED)
        .forEach(finding ->
            out.append(out.isEmpty() ? "" : "; ")
                .append(String.format(Locale.ROOT, "“%s”: %s", finding.text(), finding.reason())));
    int more = against.size() - MOST_NAMED;
    return more > 0 ? out + "; and " + more + " more" : out.toString();
  }

  private static Assessment unscored(String reason) {
    return Assessment.of(KEY, Verdict.unscored(reason), null, reason);
  }
}
