package dev.assay.core.check.commitment.text;

import java.util.List;

/**
 * A number as written or spoken.
 *
 * @param from first token; later than asked where a speaker started again ("thirty thirty five")
 * @param end one past the last token
 * @param readings every value it can mean, in ten-thousandths; empty for a run of digits that is an
 *     identifier
 * @param spelled written in words
 * @param pairs spoken in pairs as prices are: "twelve fifty"
 * @param places decimals as written
 */
public record NumberPhrase(
    int from, int end, List<Long> readings, boolean spelled, boolean pairs, int places) {
  public NumberPhrase {
    readings = List.copyOf(readings);
  }

  public boolean isValue() {
    return !readings.isEmpty();
  }

  public long first() {
    return readings.getFirst();
  }
}
