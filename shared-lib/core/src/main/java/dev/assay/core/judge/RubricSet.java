package dev.assay.core.judge;

import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rubrics that are asked together, in one call per trace.
 *
 * @param rubrics ids distinct; none where a project has switched off all of them
 */
public record RubricSet(List<Rubric> rubrics) {
  public RubricSet {
    rubrics = List.copyOf(rubrics);
    Set<String> ids = new HashSet<>();
    for (Rubric rubric : rubrics) {
      if (!ids.add(rubric.id())) {
        throw new IllegalArgumentException("rubrics: " + rubric.id() + " is there twice");
      }
    }
  }

  /** Changes with every rubric's version. */
  public String version() {
    return Rubric.hash(rubrics.stream().map(Rubric::version).collect(Collectors.joining(",")));
  }

  /** The rubric of that id. */
  public Rubric rubric(String id) {
    return rubrics.stream()
        .filter(rubric -> rubric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rubric " + id));
  }

  /** Those of these ids; in the same order. */
  RubricSet only(Set<String> ids) {
    return new RubricSet(rubrics.stream().filter(rubric -> ids.contains(rubric.id())).toList());
  }

  /**
   * Those that have something to look at; empty when there are none.
   *
   * @param reference the right answer, where one is known
   */
  List<Rubric> due(Trace trace, @Nullable String reference) {
    if (!agentSpoke(trace)) {
      return List.of();
    }
    return rubrics.stream()
        .filter(rubric -> reference != null || !rubric.needsReference())
        .filter(rubric -> rubric.looksAt() != Rubric.LooksAt.TOOL_CALLS || trace.usesTools())
        .toList();
  }

  private static boolean agentSpoke(Trace trace) {
    for (Step step : trace.steps()) {
      if (step instanceof Step.AgentTurn turn && !turn.text().isBlank()) {
        return true;
      }
    }
    return false;
  }
}
