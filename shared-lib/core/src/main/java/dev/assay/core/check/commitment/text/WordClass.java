package dev.assay.core.check.commitment.text;

/**
 * What a word can mean to the grammars. A word may belong to several classes ("second", "may"); the
 * lexicon resource of a language says which, with the value noted here where a class carries one.
 */
public enum WordClass {
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
  /** "previously", "original": what it was before. */
  FORMERLY,
  /** Modals and offers: may, will, would. */
  SOFTENER,
  /** A unit of time that durations count in; the code is a {@code Value.Span.Unit}. */
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
  /** What somebody means to do: "you plan to be there on Friday". */
  INTENT,
  /** Speaks of what was before a change: original, previous. */
  FORMER,
  DEPARTURE,
  ARRIVAL,
  /** The first leg of a round trip: outbound. */
  OUTWARD,
  /** The other leg: return, inbound. */
  HOMEWARD,
  /** The family of a deed, as an infinitive: "cancel" after "I'll" or "I was able to". */
  DEED,
  /** The family of a deed, as a noun: "cancellation"; with {@code ?} where a verb outranks it. */
  DEED_NOUN,
  /** The family of a deed, as a verb in the future that holds the speaker: "cancelaré". */
  WILL_DO,
  /** What makes an infinitive a promise: "I'll", "voy", "werde". */
  WILL,
  /** What makes an infinitive a deed: "able", "managed", "konnte". */
  ABLE,
  /** May stand between the speaker and a deed without changing it: "also", "gone ahead". */
  LIGHT,
  /** Marks a state as a deed just done: "now", "successfully". */
  FRESH,
  /** Makes a sentence tell what somebody else did or what a record shows: "already", "see". */
  REPORT,
  /** "that", "which": what follows describes and does not claim. */
  RELATIVE,
  OR,
  /** The auxiliary that makes a participle a finished passive by itself: "wurde", "fue". */
  PASSIVE,
  /** "being transferred". */
  BEING,
  /** "se ha cancelado": done by nobody named. */
  REFLEXIVE,
  /** "done", "listo": all is arranged. */
  SETTLED,
  /** "all" before "set". */
  ALL,
  /** "confirm", "pleased": stands by what follows. */
  AFFIRM,
  /** Puts a promise at once: "now", "right". */
  AT_ONCE,
  /** A travel class or tier that something is upgraded to. */
  CLASS,
  /** A list, a note: what an agent keeps by talking. */
  TALK,
  /** "please": the customer is to do something first. */
  ASK,
  /** "yes", "sure": the customer agrees. */
  YES,
  ADDRESS,

  // Languages and speech.

  /** A word that means nothing here; listed where a shorter entry inside it must not be read. */
  PLAIN,
  /** "um", "äh": spoken hesitation, dropped before anything is read. */
  HESITATION,
  /** 10, 100, 10 000: multiplies the digit before it, as in Chinese. */
  POWER,
  /** Months from this one: 本月 is 0, 下个月 is 1. */
  RELATIVE_MONTH,
  /** Marks the number before it as a year, as in Chinese. */
  YEAR_MARK,
  /** Marks the number before it as a month. */
  MONTH_MARK,
  /** Marks the number beside it as a day, or follows the name of one: 号, día, "-feira". */
  DAY_MARK,
  /** First word of an entry of two words, which is listed with a hyphen: "après-midi". */
  PHRASE,
  /** Minutes behind an hour. */
  MINUTE_MARK,
  /** Tenths of the price that are left: 八折 is 20 % off. */
  TENTHS,
  /** Stands before the number of a percentage: 百分之. */
  PERCENT_LEAD,
  /** Says the digit behind it so many times: "double five". */
  REPEAT,
  /** Stands between the ends of a range: "5 to 10", "bis". */
  AMOUNT_RANGE,
  /** A lower bound: "ab", "desde", "mindestens". */
  STARTS_AT,
  /** A lower bound behind the amount: 起. */
  LEAST_AFTER,
  /** A hedge behind the amount: 左右. */
  HEDGE_AFTER,
  /** A measure to compare with, behind the amount: 以上. */
  OVER_AFTER,
  /** A pronoun that stands behind the verb of a question. */
  SUBJECT,
  /** A verb that opens a question before its subject; 1 where it does so without one. */
  ASKS,
  /** What a question for agreement ends with: "is that ok", "passt das". */
  AGREED,
  /** Opens a clause that the one before the comma governs: "dass". */
  THAT,
  /** Written short: a dot behind it ends no sentence. */
  ABBREVIATED,
  /** Ends a question without a sign: 吗. */
  ASKED,
  /** What takes the force from a negator: "no problem", "nicht nur". */
  HARMLESS,
  /** Answers that stand apart from the sentence behind them: 1 yes, 0 no. */
  ANSWER,
  /** "(I) mean": takes back what was said when a subject stands before it. */
  MEANT,
  /** "by" before who did it, where {@link #BY} has another sense. */
  DOER,
  /** Free of charge beyond doubt. */
  GRATIS,
  /** "free", which also means available, or "feel free". */
  FREE,
  /** What terms are about, as its canonical English name; a hyphen stands for a space. */
  TOPIC,
  /** A noun for what is charged: {@code fee} or {@code cost}. */
  CHARGE,
  /** What a denied charge is the object of: "have", "hay". */
  EXISTS,
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
  REFERRING,
  /** The family of a deed, as a present participle: "transferring". */
  DOING,
  /** The family that a particle makes of "turned": on, off. */
  SWITCH,
  /** What happened to a thing; the code is the kind: created, delivered, any for "made". */
  HAPPENED,
  /** A finite verb of the past that says of a thing what happened to it: was, has been. */
  PAST_VERB,
  /** Makes a length of time end now: ago. */
  PASTWARD,
  /** Makes a period end now: the last, the past. */
  RECENT,
  /** Compares; the code is more, less, least, most or same. */
  COMPARE,
  /** Words of rules rather than of cases: any, provided, following. */
  CONDITION,
  /** Gives a reason: what follows is a statement. */
  BECAUSE,
  /** A period in which something may be done: window. */
  WINDOW,
  /** Answers a heading; the code is yes or no. */
  REPLY,
  /** Joins what is said of a value to it: which, that. */
  LINK,
  /** A word of a closed set of states; the code is {@code set+set.state}. */
  STATE,
  /** Before a state, with which it is another one: basic economy. */
  STATE_PREFIX,
  /** What has a state; the code is its sets. Also the words of the keys that record it. */
  STATE_OF,
  /** May stand between a thing and its state: still, currently. */
  STATE_FILL,
  /** Before what somebody is: as. */
  AS,
  /** The end of a scale; the code is min or max with what is measured. */
  SUPERLATIVE,
  /** All of several. */
  EVERY
}
