package dev.assay.core.judge;

import dev.assay.core.trace.Handed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What judging again would do and cost.
 *
 * @param traces to be judged again
 * @param found traces that were scored under the rubrics in the time
 * @param same those of them that this version of the judge has judged already
 * @param gone those that are stored no more, or in a newer revision only
 * @param left those beyond the limit
 * @param upperUsd most that it can cost, US dollars
 * @param expectedUsd what it is likely to cost
 * @param roomUsd what the project's caps leave; negative when one is passed
 */
public record RejudgePlan(
    String project,
    List<Again> traces,
    int found,
    int same,
    int gone,
    int left,
    double upperUsd,
    double expectedUsd,
    double roomUsd) {
  public RejudgePlan {
    traces = List.copyOf(traces);
  }

  /** Whether the caps allow it; what costs nothing always fits. */
  public boolean fits() {
    return upperUsd <= 0 || upperUsd <= roomUsd;
  }

  /**
   * A trace to be judged again.
   *
   * @param trace with the probability with which it was judged before
   * @param keys rubrics that this version of the judge has not answered yet
   * @param before the latest score under each key, high meaning good
   */
  public record Again(Handed trace, Set<String> keys, Map<String, Double> before, double upperUsd) {
    public Again {
      keys = Collections.unmodifiableSet(new TreeSet<>(keys));
      before = Collections.unmodifiableMap(new TreeMap<>(before));
    }
  }
}
