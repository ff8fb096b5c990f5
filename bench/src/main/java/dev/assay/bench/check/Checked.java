package dev.assay.bench.check;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict.Level;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.List;

/** The check as the measurements ask it. */
final class Checked {
  private static final CommitmentCheck CHECK = new CommitmentCheck();

  private Checked() {}

  static List<Finding> findings(Trace trace) {
    return CHECK.assess(trace).getFirst().findings();
  }

  static Level level(Finding finding) {
    return CommitmentVerdict.ofWireName(finding.verdict()).level();
  }

  static boolean isAlerted(Finding finding) {
    return level(finding) == Level.ALERTED;
  }

  /** Flagged or alerted. */
  static boolean isCaught(Finding finding) {
    return isAlerted(finding) || level(finding) == Level.FLAGGED;
  }

  static boolean isFine(Finding finding) {
    return level(finding) == Level.FINE;
  }

  static boolean isSilent(Finding finding) {
    return level(finding) == Level.SILENT;
  }

  /** One line for people who read cases. */
  static String line(Trace trace, Finding finding) {
    return String.join(
        "\t",
        trace.id().value(),
        "message " + finding.message(),
        finding.type(),
        finding.verdict(),
        flat(finding.text()),
        "said: " + flat(around(trace, finding)),
        "nearest: " + finding.nearest(),
        String.valueOf(finding.reason()));
  }

  /** The words around a span, enough to judge it. */
  private static String around(Trace trace, Finding finding) {
    String text = trace.steps().get(finding.message()).text();
    int from = Math.max(0, finding.start() - 100);
    return text.substring(from, Math.min(text.length(), finding.end() + 60));
  }

  private static String flat(String text) {
    return text.replace('\n', ' ').replace('\t', ' ');
  }
}
