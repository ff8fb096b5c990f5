package dev.assay.core.check.commitment.text;

import java.util.Locale;

/** What sets a language or region apart, beside its words; an {@code option} of its lexicon. */
public enum Trait {
  CLOCK_24,
  COMPOUND,
  DAY_FIRST,
  DECIMAL_COMMA,
  DOT_CLOCK,
  ELISION,
  HALF_AFTER,
  HALF_BEFORE,
  INVERSION_ASKS,
  INVERTED,
  MONTH_FIRST,
  MYRIADS,
  NO_HUNDRED_AND,
  ORDINAL_DOT,
  SPACE_GROUPING,
  TENS_AND_UNIT,
  TWENTIES,
  UNSPACED,
  VERB_FINAL,
  WEEKDAY_DAY;

  /** Its name in a lexicon resource: {@code day-first}. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
