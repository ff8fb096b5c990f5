package dev.assay.core.judge;

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
  }
}
