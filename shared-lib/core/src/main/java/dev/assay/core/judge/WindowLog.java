package dev.assay.core.judge;

import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.TraceKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the windows of a project: who waits in them, and what was decided when they closed. Appends
 * only. Safe for use by several threads.
 */
public interface WindowLog {
  /** What became of adding a batch. */
  sealed interface Added {
    /** It waits in that window, now or since an earlier delivery. */
    record In(Instant window) implements Added {}

    /** The window has closed: take a later one. */
    record TooLate() implements Added {}
  }

  /**
   * Adds a batch's candidates to a window that is open; a batch that was added before stays where
   * it is.
   */
  Added add(String project, Instant window, String batch, List<Candidate> candidates);

  /**
   * Lets nobody into a window any more, so that {@link #candidates} are all there will ever be.
   * What is sealed stays so.
   */
  void seal(String project, Instant window);

  /** All who wait in a window; a trace that came in two batches is there twice. */
  List<Candidate> candidates(String project, Instant window);

  /** What was decided; empty until then. */
  Optional<Closed> closed(String project, Instant window);

  /** The state of the project's money; a close is kept only if it has not changed since. */
  long moneyState(String project);

  /**
   * Closes a sealed window: keeps the decision and counts it, both or neither.
   *
   * @param moneyState as it was when the books were read
   * @return false when the window was closed or the project's money given out meanwhile
   */
  boolean close(String project, Instant window, Closed decision, DayTotals totals, long moneyState);

  /** Whether all messages to judge those drawn are known to be on their way. */
  boolean isSent(String project, Instant window);

  /** Notes that they are. */
  void sent(String project, Instant window);

  /** Decided windows that begin from {@code from} until {@code to}, in order. */
  List<Decided> decidedBetween(String project, Instant from, Instant to);

  /**
   * A decision at a glance. US dollars.
   *
   * @param lowered whether any cell is judged at less than the policy's wish
   * @param reason why the rates are what they are, in words
   * @param budgetUsd what the window could spend
   * @param wishedUsd upper cost of all candidates
   * @param drawnUsd upper cost of those drawn
   */
  record Decided(
      Instant window,
      boolean lowered,
      String reason,
      double budgetUsd,
      double wishedUsd,
      double drawnUsd) {}

  /**
   * A window's decision.
   *
   * @param at when it was decided
   * @param reason why the rates are what they are, in words
   * @param unchecked candidates of which the check had said nothing yet
   * @param fates of each candidate, drawn or not
   */
  record Closed(
      Instant at,
      WindowDraw.Parameters parameters,
      String reason,
      int unchecked,
      Map<TraceKey, Fate> fates) {
    public Closed {
      fates = Map.copyOf(fates);
    }
  }

  /**
   * What became of a candidate.
   *
   * @param candidate as it waited
   * @param draw its cell and reserved cost, whether drawn or not
   * @param rate of its cell in the window
   * @param probability with which it was to be judged, all steps together
   */
  record Fate(
      Candidate candidate, WindowDraw.Fate fate, Draw draw, double rate, double probability) {
    /** The trace to be judged. */
    Due due() {
      return new Due(candidate.trace().drawnWith(probability), draw);
    }
  }
}
