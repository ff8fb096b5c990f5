package dev.assay.core.judge.evidence;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.Thresholds;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Locale;

/**
 * The judge that works without a model: it takes what can be compared out of the agent's words
 * (money, percentages, dates, times, identifiers, larger numbers, names, "I have cancelled") and
 * looks it up in what stood before: system prompt, documents, tool results that the agent saw and
 * that did not fail, arguments of calls that succeeded, and, except for money and percentages, the
 * customer's words. Deterministic, one pass, no network.
 *
 * <p>The score is the supported share of the claims' weights (deeds 3, money and percentages 2,
 * dates, times and identifiers 1, numbers and names 0.5; each distinct claim once), times 0.6 for
 * each unsupported deed or amount of money, at most three times: one broken promise among many true
 * details must not drown.
 *
 * <p>What it cannot see: meaning. It does not know whether the right price is told of the wrong
 * item, whether a refund was made for another order, whether a rule of the policy is told wrongly
 * in words, or whether an answer helps. Weekdays, "tomorrow", spelled-out numbers, durations, years
 * and time zones are not compared. Of arithmetic it follows only sums, differences and small
 * multiples of amounts already supported. A value that evidence mentions anywhere counts as
 * supported, so a wrong value that happens to stand elsewhere passes. A trace that lacks the
 * agent's instructions makes what they say look unsupported; a trace without any evidence is
 * Unscored.
 */
public final class EvidenceJudge implements Judge {
  /** The name under which every score of this judge appears. */
  public static final String NAME = "evidence-judge";

  /** The key it shares with the rubric of models, so that their scores compare. */
  public static final String KEY = "faithfulness";

  private static final String VERSION = "1";
  private static final double GRAVE_PENALTY = 0.6;
  private static final int MOST_PENALTIES = 3;
  private static final int MOST_NAMED = 5;

  @Override
  public Source source() {
    return new Source(Source.Type.JUDGE, NAME, VERSION);
  }

  @Override
  public Thresholds thresholds(String key) {
    return Thresholds.DEFAULT;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    Hearing hearing = Hearing.of(trace);
    if (hearing.claims() == 0) {
      return List.of(unscored("the agent claims nothing that can be looked up"));
    }
    if (!hearing.hasEvidence()) {
      return List.of(unscored("the trace holds no evidence: no instructions, documents or tools"));
    }
    return List.of(
        new Assessment(
            KEY,
            Verdict.scored(score(hearing)),
            (hearing.claims() - hearing.findings().size()) + " of " + hearing.claims() + " claims",
            comment(hearing),
            hearing.findings(),
            Spend.NOTHING));
  }

  private static double score(Hearing hearing) {
    double share = hearing.supportedWeight() / hearing.weight();
    int penalties = Math.min(MOST_PENALTIES, hearing.graveUnsupported());
    return Math.clamp(share * Math.pow(GRAVE_PENALTY, penalties), 0, 1);
  }

  private static String comment(Hearing hearing) {
    if (hearing.findings().isEmpty()) {
      return "every claim that can be looked up has evidence";
    }
    StringBuilder out = new StringBuilder();
    hearing.findings().stream()
        .limit(MOST_NAMED)
        .forEach(finding ->
            out.append(out.isEmpty() ? "" : "; ")
                .append(String.format(Locale.ROOT, "“%s” %s", finding.text(), finding.reason())));
    int more = hearing.findings().size() - MOST_NAMED;
    return more > 0 ? out + "; and " + more + " more" : out.toString();
  }

  private static Assessment unscored(String reason) {
    return Assessment.of(KEY, Verdict.unscored(reason), null, reason);
  }
}
