package dev.assay.core.sampling;

/**
 * How much judging may spend: a share of inference over the rolling day and over the calendar
 * month, both (budget of a project, 5 % by default; method book §6.6).
 */
public final class Allowance {
  /**
   * Share of what earlier hours have left that one window may use. All of it would let the hours
   * after a storm live on the storm's money, and stand above the cap a day later when the storm
   * leaves the rolling day (two calls in the simulation of {@code judge.budget}); nothing of it
   * would lose what reserved calls did not cost.
   */
  public static final double CARRY = 0.25;

  private Allowance() {}

  /**
   * What a window may draw, upper costs summed. US dollars, 0 or more.
   *
   * @param windowInferenceUsd inference of the window's own traces, part of all accounts
   */
  public static double ofWindow(Budget budget, double windowInferenceUsd, Accounts accounts) {
    double own = budget.share() * windowInferenceUsd;
    double day = accounts.dayRoom(budget.share());
    double paced = day > own ? own + CARRY * (day - own) : day;
    return Math.max(0, Math.min(paced, accounts.month().room(budget.share())));
  }

  /** Whether a call may be made: its upper cost still fits below the caps. Free ones always do. */
  public static boolean mayReserve(Budget budget, Accounts accounts, double upperUsd) {
    return upperUsd <= 0 || upperUsd <= accounts.room(budget.share());
  }
}
