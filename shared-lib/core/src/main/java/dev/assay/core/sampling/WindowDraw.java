package dev.assay.core.sampling;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a window decided.
 *
 * @param outcomes one for each candidate, by key
 */
public record WindowDraw(Parameters parameters, List<Outcome> outcomes) {
  public WindowDraw {
    outcomes = List.copyOf(outcomes);
  }

  /** Those to be judged. */
  public List<Outcome> drawn() {
    return outcomes.stream().filter(Outcome::drawn).toList();
  }

  /** Why a candidate is judged or not. */
  public enum Fate {
    /** To be judged. */
    DRAWN,
    /** Its luck is above the rate that the window's budget allows its cell. */
    BELOW_RATE,
    /** Within its rate, but others had better priority and the budget was used up. */
    OVER_BUDGET,
    /** Costs more than the whole window may spend: nobody like it can be judged. */
    TOO_DEAR;

    static Fate of(PrioritySample.Outcome made, double budgetUsd) {
      if (made.drawn()) {
        return DRAWN;
      }
      if (made.unit().cost() > budgetUsd) {
        return TOO_DEAR;
      }
      return made.unit().eligible() ? OVER_BUDGET : BELOW_RATE;
    }
  }

  /**
   * What became of a candidate.
   *
   * @param rate of its cell in this window, 0..1; never above its wish
   * @param probability π_eff with which it was to be judged, all steps together; 0 where it could
   *     not be. To be kept with the trace and with its score, drawn or not
   */
  public record Outcome(Window.Candidate candidate, Fate fate, double rate, double probability) {
    public boolean drawn() {
      return fate == Fate.DRAWN;
    }

    /** For people. */
    public String words() {
      String numbers =
          String.format(
              Locale.ROOT,
              "wished at %s, the window's rate for %s is %s, probability %s",
              percent(candidate.wish()),
              candidate.cell().key(),
              percent(rate),
              percent(probability));
      String fateWords =
          switch (fate) {
            case DRAWN -> "drawn";
            case BELOW_RATE -> "not drawn: its hash is above the lowered rate";
            case OVER_BUDGET -> "not drawn: others came first and the budget was used up";
            case TOO_DEAR -> "not drawn: may cost more than the whole window has";
          };
      return fateWords + " (" + numbers + ")";
    }
  }

  /** The rate of one cell, beside what the policy wished. */
  public record Rate(Cell cell, double wish, double rate, int candidates) {}

  /**
   * The numbers behind the draw, to be kept with the window.
   *
   * @param budgetUsd what it could spend
   * @param wishedUsd upper cost of all candidates
   * @param expectedUsd upper cost to be expected at the rates
   * @param drawnUsd upper cost of those drawn: at most the budget
   * @param kappa level of the water; empty where the wish stands or the floors were lowered
   * @param floorScale 1 where the floors stand
   * @param tau priority from which on candidates were left out; empty where all within their rates
   *     fit
   */
  public record Parameters(
      double budgetUsd,
      double wishedUsd,
      double expectedUsd,
      double drawnUsd,
      OptionalDouble kappa,
      double floorScale,
      OptionalDouble tau,
      List<Rate> rates) {
    public Parameters {
      rates = List.copyOf(rates);
    }

    /** Whether any cell is judged at less than the policy's wish. */
    public boolean lowered() {
      return floorScale < 1 || kappa.isPresent() || tau.isPresent();
    }

    /** Why the rates are what they are, for people. */
    public String reason() {
      String wish =
          String.format(
              Locale.ROOT,
              "judging all that is wished may cost $%.4f, the window may spend $%.4f: ",
              wishedUsd,
              budgetUsd);
      return wish + rule() + (tau.isPresent() ? ", the last few left out by priority" : "");
    }

    private String rule() {
      if (floorScale < 1) {
        return String.format(
            Locale.ROOT, "less than the floors need, floors lowered to %s", percent(floorScale));
      }
      return kappa.isPresent() ? "rates lowered, floors stand" : "the policy's rates stand";
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share);
  }
}
