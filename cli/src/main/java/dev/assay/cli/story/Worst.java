package dev.assay.cli.story;

import dev.assay.aws.Adapters;
import dev.assay.cli.show.Sentence;
import dev.assay.cli.show.Verdicts;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Bytes;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.JsonTraceFormat;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A commitment that the evidence is most clearly against, in its sentence.
 *
 * @param sentence cut from the stored, redacted text
 */
public record Worst(TraceRecord trace, Finding finding, Sentence.Parts sentence) {
  /** Money and dates hurt most, and a known other value leaves no doubt. */
  private static final Comparator<Candidate> WORST_FIRST =
      Comparator.comparing(Candidate::verdict)
          .thenComparing(one -> one.finding().nearest() == null)
          .thenComparing(one -> one.finding().normalised() == null)
          .thenComparing(one -> one.trace().key().id());

  private record Candidate(TraceRecord trace, Finding finding) {
    CommitmentVerdict verdict() {
      return CommitmentVerdict.ofWireName(finding.verdict());
    }
  }

  /** The worst few, of different traces and, while there are such, of different types. */
  static List<Worst> of(Heard heard, Adapters adapters, int wanted) {
    List<Candidate> candidates = new ArrayList<>();
    for (Heard.Line line : heard.lines()) {
      for (Feedback feedback : line.feedback()) {
        if (feedback.assessment().key().equals(Verdicts.COMMITMENTS)) {
          feedback.assessment().findings().stream()
              .filter(finding -> Verdicts.isAlerted(finding.verdict()))
              .forEach(finding -> candidates.add(new Candidate(line.trace(), finding)));
        }
      }
    }
    candidates.sort(WORST_FIRST);
    return pick(candidates, wanted).stream().map(one -> read(one, adapters)).toList();
  }

  private static List<Candidate> pick(List<Candidate> candidates, int wanted) {
    List<Candidate> picked = new ArrayList<>();
    Set<Object> used = new HashSet<>();
    for (Candidate one : candidates) {
      boolean fresh = !used.contains(one.trace().key()) && !used.contains(one.finding().type());
      if (picked.size() < wanted && fresh) {
        picked.add(one);
        used.add(one.trace().key());
        used.add(one.finding().type());
      }
    }
    for (Candidate one : candidates) {
      if (picked.size() < wanted && used.add(one.trace().key())) {
        picked.add(one);
      }
    }
    return picked;
  }

  private static Worst read(Candidate one, Adapters adapters) {
    Bytes body = adapters.traceArchive().read(List.of(one.trace().pointer())).getFirst();
    Trace trace = JsonTraceFormat.verbatim(InstantSource.system()).restore(body);
    return new Worst(one.trace(), one.finding(), Sentence.around(trace, one.finding()));
  }
}
