package dev.assay.core.judge;

import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.Signal;
import dev.assay.core.trace.Handed;
import java.util.Set;

/**
 * A trace that waits for its window's draw.
 *
 * @param signals those that the trace itself shows
 * @param upperUsd most that judging it can cost, US dollars
 */
public record Candidate(Handed trace, Set<Signal> signals, double upperUsd) {
  public Candidate {
    signals = Set.copyOf(signals);
    // Else the draw of the whole window would fail for one message that is not ours.
    if (!(trace.probability() > 0 && SampleHash.luck(trace.hash()) <= trace.probability())) {
      throw new IllegalArgumentException(
          trace.key() + ": hash: expected one that the probability keeps");
    }
  }
}
