package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.text.Decimals;

/**
 * One step of a scale of refunds.
 *
 * @param least minutes before the event, at least
 * @param most and less than so many; {@link Long#MAX_VALUE} for no end
 * @param share ten-thousandths of a percent point
 */
public record RefundTier(long least, long most, long share) {

  public boolean covers(long minutes) {
    return minutes >= least && minutes < most;
  }

  /** "2-6 days: 50%" in words that need no lexicon. */
  public String form() {
    long day = 1_440;
    String end = most == Long.MAX_VALUE ? "+" : "-" + (most - 1) / day;
    return least / day + end + " days ahead: " + Decimals.plain(share) + "%";
  }
}
