package dev.assay.core.check;

import dev.assay.core.check.commitment.CommitmentCheck;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a team tells the checks and the judge about one agent.
 *
 * @param evidence policies and price lists that no trace carries; they count like a trace's own
 *     context
 * @param silenced rules of the commitment check that neither alert nor flag
 */
public record AgentSettings(List<ContextDocument> evidence, Set<SilencedRule> silenced) {
  /** Nothing added, nothing silenced. */
  public static final AgentSettings NONE = new AgentSettings(List.of(), Set.of());

  public AgentSettings {
    evidence = List.copyOf(evidence);
    silenced = Set.copyOf(silenced);
  }

  /** The trace with this evidence behind its own. */
  public Trace addTo(Trace trace) {
    if (evidence.isEmpty()) {
      return trace;
    }
    List<ContextDocument> context = new ArrayList<>(trace.context());
    context.addAll(evidence);
    return trace.withContext(context);
  }

  /** The assessment with silenced findings turned into ones that are not checkable. */
  public Assessment silence(Assessment assessment) {
    return silenced.isEmpty() || !assessment.key().equals(CommitmentCheck.KEY)
        ? assessment
        : CommitmentCheck.silence(assessment, silenced);
  }
}
