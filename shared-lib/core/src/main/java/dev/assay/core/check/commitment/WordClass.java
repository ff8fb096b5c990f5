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
  DEPARTURE,
  ARRIVAL,
  /** Free of charge beyond doubt. */
  GRATIS,
  /** "free", which also means available, or "feel free". */
  FREE,
  /** What terms are about, as its canonical English name; a hyphen stands for a space. */
  TOPIC,
  /** A noun for what is charged: {@code fee} or {@code cost}. */
  CHARGE,
  /** A verb for charging: "charged", "costs". */
  CHARGING,
  /** "no", "without": the word that denies a noun. */
  NONE,
  /** "anything", "nothing", "rien". */
  ANYTHING,
  ANY,
  EXTRA,
  FULL,
  REFUNDABLE,
  WAIVE,
  /** Who must agree first. */
  APPROVAL,
  WARRANTY,
  LIFETIME,
  /** To match a price. */
  MATCH,
  PRICE,
  /** One word for the promise to match prices. */
  PRICE_MATCH,
  CANCEL,
  ANYTIME,
  /** "time" in "any time". */
  MOMENT,
  /** A contract that binds the customer for a while. */
  CONTRACT,
  ONLY,
  /** Before an event. */
  AHEAD,
  AFTERWARDS,
  /** The trip, stay or event itself. */
  TRIP,
  /** At least so much must be spent. */
  THRESHOLD,
  /** Less than so much is spent. */
  BELOW,
  /** The cart or order whose total counts. */
  BASKET,
  /** A level of membership. */
  LEVEL,
  MEMBER,
  CABIN,
  INSURANCE,
  /** Why something is cancelled: health, weather. */
  REASON,
  /** A special fare: BEREAVEMENT. */
  FARE,
  BUY,
  GET,
  DEAL,
  OPEN,
  /** The verb that holds the subject: "opens", "abrimos". */
  OPENS,
  CLOSES,
  CLOSED,
  OPENING_HOURS,
  UNTIL,
  /** A day of the week with its abbreviations: only where hours are told. */
  DAYNAME,
  /** 0 every day, 5 the first five of the week, 2 the last two. */
  DAYS,
  /** What is counted, in the plural: bags, people, instalments. */
  COUNTED,
  /** What may stand between a count and its noun. */
  COUNT_ADJECTIVE,
  /** "left" in "three left". */
  LEFT,
  /** What shows that gigabytes are those of a plan. */
  DATA,
  /** What makes a count one of the order: contains, with. */
  HOLDS,
  /** "times" that count instalments behind "in": Portuguese "em 10 vezes". */
  INSTALMENT_TIMES,
  /** "in" before them. */
  INSTALMENT_IN,
  /** A variety that sets terms apart: express, international. */
  VARIETY,
  /** "you get", "allowance": a count behind it is all there is. */
  ENTITLED,
  /** "other", "these": what makes a count refer to a part already named. */
  REFERRING
}
