package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.WordClass;

/**
 * What the name of a JSON member says of the date or time under it. Each name is read once for the
 * process.
 *
 * @param birth a birthday: recorded, but nothing is scheduled for it
 * @param logged when a record was written
 * @param zoned it names the zone that its clock goes by: {@code departure_time_est}
 */
public record WhenKey(boolean birth, boolean logged, boolean zoned) {
  private static final KeyMemo<WhenKey> KEYS = new KeyMemo<>(WhenKey::read);

  public static WhenKey of(String key) {
    return KEYS.of(key);
  }

  private static WhenKey read(String key) {
    Lexicon english = Lexicon.of("en");
    return new WhenKey(
        Keys.names(key, WordClass.BIRTH, english),
        Keys.names(key, WordClass.LOGGED, english),
        Keys.names(key, WordClass.ZONE, english));
  }
}
