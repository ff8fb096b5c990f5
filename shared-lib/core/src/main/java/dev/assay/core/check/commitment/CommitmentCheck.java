package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Set;

/**
 * Finds every commitment of a trace and holds it against the evidence; deterministic, without a
 * network or a model. The score is 0 when anything was alerted, 0.5 when something was only
 * flagged, 1 otherwise. Stateless: one object serves all threads.
 */
public final class CommitmentCheck implements Evaluator {
  /** The key of the feedback. */
  public static final String KEY = "commitments";

  private static final Source SOURCE = new Source(Source.Type.CHECK, KEY, "3");

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    return List.of(assessment(new Audit(trace).findings()));
  }

  private static Assessment assessment(List<Finding> findings) {
    Counts counts = Counts.of(findings);
    return new Assessment(
        KEY,
        Verdict.scored(counts.score()),
        counts.value(),
        counts.comment(findings),
        findings,
        Spend.NOTHING);
  }

  /**
   * The assessment as it is without some rules: what they cover stays in the findings, as not
   * checkable, and says which rule keeps it silent.
   */
  public static Assessment silence(Assessment assessment, Set<SilencedRule> rules) {
    List<Finding> findings =
        assessment.findings().stream().map(finding -> silence(finding, rules)).toList();
    return findings.equals(assessment.findings()) ? assessment : assessment(findings);
  }

  private static Finding silence(Finding finding, Set<SilencedRule> rules) {
    for (SilencedRule rule : rules) {
      if (rule.covers(finding)) {
        return new Finding(
            finding.message(),
            finding.start(),
            finding.end(),
            finding.text(),
            finding.type(),
            finding.normalised(),
            CommitmentVerdict.NOT_CHECKABLE.wireName(),
            finding.nearest(),
            "Silenced by " + rule + ", else " + finding.verdict() + ": " + finding.reason());
      }
    }
    return finding;
  }

  /** How many findings there are of each level. */
  private record Counts(int alerted, int flagged, int fine, int silent) {
    static Counts of(List<Finding> findings) {
      int alerted = 0;
      int flagged = 0;
      int fine = 0;
      int silent = 0;
      for (Finding finding : findings) {
        switch (level(finding)) {
          case ALERTED -> alerted++;
          case FLAGGED -> flagged++;
          case FINE -> fine++;
          case SILENT -> silent++;
        }
      }
      return new Counts(alerted, flagged, fine, silent);
    }

    private static CommitmentVerdict.Level level(Finding finding) {
      return CommitmentVerdict.ofWireName(finding.verdict()).level();
    }

    double score() {
      return alerted > 0 ? 0 : flagged > 0 ? 0.5 : 1;
    }

    String value() {
      return alerted
          + " alerted, "
          + flagged
          + " flagged, "
          + fine
          + " fine, "
          + silent
          + " not checkable";
    }

    String comment(List<Finding> findings) {
      if (alerted == 0 && flagged == 0) {
        return findings.isEmpty()
            ? "The agent committed to nothing."
            : "Nothing the agent said is at odds with the evidence.";
      }
      for (CommitmentVerdict.Level wanted :
          List.of(CommitmentVerdict.Level.ALERTED, CommitmentVerdict.Level.FLAGGED)) {
        for (Finding finding : findings) {
          String reason = finding.reason();
          if (level(finding) == wanted && reason != null) {
            return reason;
          }
        }
      }
      return "The agent said what the evidence does not.";
    }
  }
}
