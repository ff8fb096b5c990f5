package dev.assay.bench.check;

/** In which way one stated value is corrupted. */
enum Kind {
  DIGIT("one digit changed"),
  TRANSPOSED("two digits transposed"),
  /** A dollar, a day, an hour, a percent point, one more of something. */
  PLUS_ONE("+1"),
  /** Ten dollars, days, minutes, percent points. */
  PLUS_TEN("+10"),
  PLUS_TENTH("+10 %"),
  CENTS("cents changed"),
  AM_PM("am and pm swapped"),
  SHORTENED("shortened"),
  /** The results hold another value instead; what is said stays. */
  REMOVED("evidence removed"),
  CALL_REMOVED("call removed"),
  CALL_FAILED("call failed"),
  /** Another commitment's value of that form. */
  OTHER_VALUE("other value of the trace"),
  /** The same key of another record, whose own record is named in the line. */
  OTHER_NAMED("other entity, own one named"),
  OTHER_UNNAMED("other entity, none named"),
  /** Restated values are as true as before: what is flagged is a false alarm. */
  RESTATED_PLAIN("restated: 1020.50 dollars"),
  RESTATED_CODE("restated: USD 1020.50"),
  RESTATED_WORDS("restated: in words"),
  RESTATED_ISO("restated: ISO date"),
  RESTATED_MONTH("restated: month and day"),
  RESTATED_CLOCK("restated: 24 h or am/pm");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  boolean isRestated() {
    return compareTo(RESTATED_PLAIN) >= 0;
  }

  boolean isOtherEntity() {
    return this == OTHER_NAMED || this == OTHER_UNNAMED;
  }
}
