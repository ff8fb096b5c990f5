package dev.assay.bench.check;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.function.Supplier;

/**
 * One commitment, corrupted in one way.
 *
 * @param words what stands in the commitment's place afterwards
 */
record Corruption(Kind kind, Form form, Claim claim, String words, Supplier<Trace> trace) {

  /** What was said is changed; the evidence stays. */
  static Corruption said(Kind kind, Form form, Claim claim, String words) {
    return new Corruption(kind, form, claim, words, () -> claim.saying(words));
  }

  /** The evidence is changed; what was said stays. */
  static Corruption evidence(Kind kind, Form form, Claim claim, Supplier<Trace> trace) {
    return new Corruption(kind, form, claim, claim.text(), trace);
  }

  /** What came of it. */
  Result result() {
    Trace corrupted = trace.get();
    int from = claim.finding().start();
    List<Finding> there =
        Checked.findings(corrupted).stream()
            .filter(finding -> finding.message() == claim.finding().message())
            .filter(finding -> finding.start() < from + words.length() && finding.end() > from)
            .toList();
    return new Result(
        this,
        corrupted,
        there,
        there.stream().anyMatch(Checked::isAlerted),
        there.stream().anyMatch(Checked::isCaught));
  }

  /**
   * The findings at its place.
   *
   * @param caught flagged or alerted
   */
  record Result(
      Corruption corruption, Trace trace, List<Finding> there, boolean alerted, boolean caught) {
    String line() {
      String head =
          corruption.kind().words()
              + "\t"
              + corruption.form().words()
              + "\t"
              + corruption.claim().text().replace('\n', ' ')
              + " -> "
              + corruption.words().replace('\n', ' ')
              + "\t"
              + corruption.claim().finding().nearest();
      return there.isEmpty()
          ? head
              + "\tnot found\t"
              + Checked.line(corruption.claim().trace(), corruption.claim().finding())
          : head + "\t" + Checked.line(trace, there.getFirst());
    }
  }
}
