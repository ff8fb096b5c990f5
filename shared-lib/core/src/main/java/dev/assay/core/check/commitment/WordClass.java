package dev.assay.core.check.commitment;

/**
 * What a word can mean to the grammars. A word may belong to several classes ("second", "may"); the
 * lexicon resource of a language says which, with the value noted here where a class carries one.
 */
enum WordClass {
  /** 0 to 9. */
  UNIT,
  /** A complete number of two digits that is no round ten: 10 to 19, Spanish 21 to 29. */
  TEEN,
  /** 20, 30, … 90; 10 is a {@link #TEEN}. */
  TENS,
  /** 100; a complete multiple such as Spanish 200 has its own value. */
  HUNDRED,
  /** 1 000 and more: thousand, million, lakh. */
  SCALE,
  /** 1 to 31 as a day: "third", "dritten". */
  ORDINAL,
  POINT,
  AND,
  ARTICLE,
  HALF,
  QUARTER,
  FILLER,
  /** The ISO code of a currency; a trailing {@code ?} where the word leaves the country open. */
  CURRENCY,
  /** A country before a currency: "US dollars". */
  COUNTRY,
  CENT,
  PERCENT,
  MONTH,
  /** 1 is Monday. */
  WEEKDAY,
  /** Days from today. */
  RELATIVE_DAY,
  NEXT,
  THIS,
  CLOCK_MARK,
  AM,
  PM,
  /** 0 morning, 1 afternoon or evening. */
  DAYPART,
  AT,
  ON,
  OF,
  FOR,
  PAST,
  TO,
  /** Hour of the day: noon, midnight. */
  CLOCK_WORD,
  DEFINITE,
  BY,
  DUE,
  DELIVERY,
  CALLBACK,
  BIRTH,
  EVENT,
  NEGATOR,
  QUESTION,
  YOU,
  ATTRIBUTION,
  WERE,
  CHARGED,
  IF,
  WHETHER,
  CHECK,
  EXAMPLE,
  REPAIR,
  CONTRAST,
  SO,
  HEDGE,
  FROM,
  UPTO,
  OVER,
  PER,
  PERIOD,
  EACH,
  COPULA,
  FEE,
  BALANCE,
  LIMIT,
  CREDIT,
  REFUND,
  DISCOUNT,
  RATE,
  TOTAL,
  DIFFERENCE,
  TIMES,
  PLUS,
  IDENTIFIER,
  MEASURE,
  SURE,
  /** The family of a deed, as a past participle: CANCELLED, REFUNDED. */
  DONE,
  /** The family of a deed, as a verb that holds the speaker: Spanish "cancelé". */
  DID,
  /** What an agent acts on: order, reservation. */
  CASE,
  /** The first person: I, we. */
  SELF,
  HAVE,
  BEEN,
  BE,
  /** "current", "today": what stands beside the day a prompt states. */
  NOW,
  /** Modals and offers: may, will, would. */
  SOFTENER,
  /** A unit of time that durations count in; the code is a {@link Value.Span.Unit}. */
  SPAN,
  /** Before or behind a unit of time: business days. */
  BUSINESS,
  /** Before or behind a unit of time, saying nothing: calendar days. */
  CALENDAR,
  /** Before a duration: no later than. */
  WITHIN,
  /** Before a duration: at its end. */
  IN,
  /** Between the two ends of a range. */
  RANGE,
  /** "a couple of": two, about. */
  COUPLE,
  LEAST,
  MORE,
  LESS,
  THAN,
  /** Beside a duration: it lies in the past, is an age, or is how long something lasts. */
  AGO,
  DURING,
  /** Says that the customer should wait a moment. */
  HOLD,
  /** What the merchant's doing is about; the code is the topic: refund, ship, contact, any. */
  PROCESS,
  /** "takes": the duration behind it is the longest. */
  TAKE,
  /** What a customer does, beside which a duration is a condition of theirs. */
  CUSTOMER_ACT,
  /** Facts that last: flights, batteries, warranties. */
  LASTING,
  /** "after", for "the day after tomorrow". */
  AFTER,
  /** A time zone said aloud; the code is its ID or offset. */
  ZONE,
  /** Beside a date or time: it is to take the place of what is recorded. */
  CHANGE,
  /** In a key: when a record was written, not when anything takes place. */
  LOGGED,
  /** Stands for what was named before: it, this, they. */
  PRONOUN,
  DEPARTURE,
  ARRIVAL
}
