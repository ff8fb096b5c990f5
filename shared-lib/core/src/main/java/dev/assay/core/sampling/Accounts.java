package dev.assay.core.sampling;

/**
 * What stands in a project's books when money is to be given out.
 *
 * @param rollingDay the last 24 hours, the present one included
 * @param dayToCome the same without its oldest hour: what the rolling day will be when the next
 *     hour begins, before anything new is earned. Held to the cap too, or spend could pass it by
 *     the mere leaving of an hour that had earned more than it spent
 * @param month the calendar month so far, UTC
 */
public record Accounts(SpendCounters rollingDay, SpendCounters dayToCome, SpendCounters month) {
  /** What both caps leave; negative when one is passed. US dollars. */
  public double room(double share) {
    return Math.min(dayRoom(share), month.room(share));
  }

  double dayRoom(double share) {
    return Math.min(rollingDay.room(share), dayToCome.room(share));
  }
}
