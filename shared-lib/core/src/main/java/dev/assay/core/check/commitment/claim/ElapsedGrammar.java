package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark.Elapsed;
import dev.assay.core.check.commitment.value.Remark.Relation;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long ago something is said to have happened: "was booked within the last 24 hours", "more
 * than 30 days since delivery", "Within 24 hours of booking: Yes", "vor zwei Tagen bestellt". Only
 * statements about the case; rules and conditions are none.
 */
final class ElapsedGrammar {
  /** Words between a comparison and its number: "more than the last", "il y a plus de". */
  private static final int LEAD = 6;

  /** Between the number and "window": "24-hour free cancellation window". */
  private static final int WINDOW_REACH = 3;

  private static final int NEAR = 4;
  private static final int MOST = 100_000;

  private final Utterance utterance;
  private final Statements statements;

  ElapsedGrammar(Utterance utterance, Statements statements) {
    this.utterance = utterance;
    this.statements = statements;
  }

  /** What stands before a number. */
  private record Lead(
      int from, @Nullable Relation relation, boolean recent, boolean pastward, boolean hedged) {}

  /** Where a length of time is tied to now, and by what. */
  private record Tie(Form form, int end) {}

  private enum Form {
    /** "24 hours ago". */
    AGO,
    /** "in the last 24 hours". */
    RECENT,
    /** "it has been 30 days since", "within 24 hours of". */
    SINCE,
    /** "the 24-hour window". */
    WINDOW
  }

  void read(List<Mention> found) {
    for (int i = 1; i < utterance.size(); i++) {
      Mention mention = utterance.tokens().get(i).is(WordClass.SPAN) ? at(i) : null;
      if (mention != null) {
        found.add(mention);
      }
    }
  }

  private @Nullable Mention at(int unit) {
    int last = isBusiness(unit - 1) || utterance.is(unit - 1, WordClass.RECENT) ? unit - 1 : unit;
    int number = numberStart(last);
    long count = number < 0 ? 0 : count(number, last);
    if (count <= 0 || count > MOST) {
      return null;
    }
    Lead lead = lead(number, last < unit && utterance.is(last, WordClass.RECENT));
    int end = isBusiness(unit + 1) ? unit + 2 : unit + 1;
    Tie tie = tie(lead, end);
    return tie == null ? null : claim(lead, tie, span((int) count, unit, end, lead.hedged()));
  }

  private boolean isBusiness(int i) {
    return utterance.is(i, WordClass.BUSINESS) || utterance.is(i, WordClass.CALENDAR);
  }

  /** The first token of a number that ends before {@code end}; -1 where none does. */
  private int numberStart(int end) {
    int start = end;
    while (start > 0 && start > end - 3 && isNumeral(utterance.tokens().get(start - 1))) {
      start--;
    }
    if (start == end) {
      return utterance.is(end - 1, WordClass.ARTICLE) ? end - 1 : -1;
    }
    return start;
  }

  private static boolean isNumeral(Token token) {
    return token.kind() == Token.Kind.NUMBER
        || token.is(WordClass.UNIT)
        || token.is(WordClass.TEEN)
        || token.is(WordClass.TENS);
  }

  private long count(int from, int end) {
    long count = 0;
    for (int i = from; i < end; i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() == Token.Kind.NUMBER) {
        return end == from + 1 && Decimals.isWhole(token.value())
            ? token.value() / Decimals.ONE
            : 0;
      }
      count +=
          token.value(WordClass.UNIT) + token.value(WordClass.TEEN) + token.value(WordClass.TENS);
    }
    return count == 0 && utterance.is(from, WordClass.ARTICLE) ? 1 : count;
  }

  private Lead lead(int number, boolean recentBehind) {
    boolean recent = recentBehind;
    boolean pastward = false;
    boolean hedged = false;
    @Nullable Relation relation = null;
    int from = number;
    int stop = Math.max(utterance.clauses().clauseStart(number), number - LEAD);
    for (int i = number - 1; i >= stop; i--) {
      Token token = utterance.tokens().get(i);
      if (!token.isAny(PASSED)) {
        break;
      }
      recent |= token.is(WordClass.RECENT);
      pastward |= token.is(WordClass.PASTWARD);
      hedged |= token.is(WordClass.HEDGE);
      boolean compares = token.is(WordClass.COMPARE);
      relation = relation == null && compares ? relation(i) : relation;
      boolean part = compares || token.is(WordClass.PASTWARD) || token.is(WordClass.WITHIN);
      from = part || token.is(WordClass.RECENT) || token.is(WordClass.HEDGE) ? i : from;
    }
    return new Lead(from, relation, recent, pastward, hedged);
  }

  private static final WordClasses PASSED =
      WordClasses.of(
          WordClass.COMPARE,
          WordClass.THAN,
          WordClass.RECENT,
          WordClass.PASTWARD,
          WordClass.HEDGE,
          WordClass.DEFINITE,
          WordClass.IN,
          WordClass.WITHIN,
          WordClass.OF,
          WordClass.AT,
          WordClass.HAVE);

  private Relation relation(int i) {
    String code = utterance.tokens().get(i).code(WordClass.COMPARE);
    return Comparatives.relation(code == null ? "same" : code);
  }

  private @Nullable Tie tie(Lead lead, int end) {
    if (utterance.is(end, WordClass.PASTWARD)) {
      return new Tie(Form.AGO, end + 1);
    }
    if (lead.pastward()) {
      return new Tie(Form.AGO, end);
    }
    if (lead.recent()) {
      return lead.relation() == null || lead.relation() == Relation.LESS
          ? new Tie(Form.RECENT, end)
          : null;
    }
    int since = sinceEnd(end);
    if (since > 0 && lead.relation() != null) {
      return new Tie(Form.SINCE, since);
    }
    int stop = Math.min(utterance.clauses().clauseEnd(end - 1), end + WINDOW_REACH);
    int window = utterance.after(WordClass.WINDOW, end, stop);
    return window >= 0 && lead.relation() != null ? new Tie(Form.WINDOW, window + 1) : null;
  }

  /** Where "since the delivery", "of booking" ends; 0 where nothing of it stands. */
  private int sinceEnd(int end) {
    int at = end;
    while (at < end + 3
        && (utterance.is(at, WordClass.BEEN)
            || utterance.is(at, WordClass.PAST_VERB)
            || utterance.is(at, WordClass.HAVE)
            || isPassedWord(at))) {
      at++;
    }
    boolean tied =
        utterance.is(at, WordClass.OF)
            || utterance.is(at, WordClass.DURING)
            || utterance.is(at, WordClass.AFTER);
    int stop = Math.min(utterance.size(), at + NEAR);
    int event = tied ? utterance.after(WordClass.HAPPENED, at + 1, stop) : -1;
    return event < 0 ? 0 : event + 1;
  }

  /** "30 days passed since". */
  private boolean isPassedWord(int i) {
    return utterance.is(i, WordClass.PAST);
  }

  private Span span(int count, int unit, int end, boolean hedged) {
    String code = utterance.tokens().get(unit).code(WordClass.SPAN);
    Span.Unit in = Span.Unit.valueOf(code == null ? "DAY" : code);
    boolean business =
        utterance.is(unit - 1, WordClass.BUSINESS)
            || (end > unit + 1 && utterance.is(end - 1, WordClass.BUSINESS));
    Span.Unit told = business && in == Span.Unit.DAY ? Span.Unit.BUSINESS_DAY : in;
    return new Span(count, count, told, Bound.EXACT, hedged);
  }

  private @Nullable Mention claim(Lead lead, Tie tie, Span span) {
    int from = lead.from();
    int sentence = utterance.clauses().sentenceStart(from);
    int event = event(tie, sentence, from);
    String kind = event < 0 ? "" : kind(event, sentence);
    if (kind.isEmpty()) {
      return null;
    }
    int answer = answer(tie.end());
    boolean stated = answer != 0 || isFinite(lead, tie, sentence, event);
    Relation relation = relation(lead, tie);
    int denials = answer != 0 ? 0 : denials(event, from);
    boolean denied = answer < 0 || denials == 1;
    Mention mention =
        new Mention(
            new Elapsed(kind, denied ? relation.denied() : relation, span), from, tie.end());
    boolean clear = stated && denials < 2 && !(denied && relation == Relation.SAME);
    return clear && (answer != 0 ? !isAskedOfCustomer(from) : statements.isStated(mention))
        ? mention
        : null;
  }

  private static Relation relation(Lead lead, Tie tie) {
    Relation said = lead.relation();
    return tie.form() == Form.RECENT ? Relation.LESS : said == null ? Relation.SAME : said;
  }

  /** The word that says what happened: behind "since", else before the length of time. */
  private int event(Tie tie, int sentence, int from) {
    if (tie.form() == Form.SINCE) {
      return tie.end() - 1;
    }
    int before = utterance.before(WordClass.HAPPENED, sentence, from);
    if (before >= 0) {
      return before;
    }
    boolean behind = tie.form() == Form.AGO || tie.form() == Form.RECENT;
    int end = utterance.clauses().clauseEnd(tie.end() - 1);
    int stop = Math.min(end, tie.end() + NEAR);
    return behind && tie.end() < stop ? utterance.after(WordClass.HAPPENED, tie.end(), stop) : -1;
  }

  /** "made" says nothing by itself: then what was made decides, as in "the booking was made". */
  private String kind(int event, int sentence) {
    String kind = utterance.tokens().get(event).code(WordClass.HAPPENED);
    if (kind == null || !kind.equals("any")) {
      return kind == null ? "" : kind;
    }
    int noun = utterance.before(WordClass.HAPPENED, sentence, event);
    String of = noun < 0 ? null : utterance.tokens().get(noun).code(WordClass.HAPPENED);
    return of == null || of.equals("any") ? "created" : of;
  }

  /** 1 where a heading is answered with yes, -1 with no, 0 where it is none. */
  private int answer(int end) {
    int at = end;
    boolean asked = false;
    while (at < end + 3
        && (utterance.is(at, ':')
            || utterance.is(at, '?')
            || utterance.is(at, '|')
            || utterance.is(at, '—')
            || utterance.is(at, '–'))) {
      asked = true;
      at++;
    }
    if (!asked || !utterance.is(at, WordClass.REPLY)) {
      return 0;
    }
    return "yes".equals(utterance.tokens().get(at).code(WordClass.REPLY)) ? 1 : -1;
  }

  /** "Was it booked within the last 24 hours? Yes or no" leaves the answer open. */
  private boolean isAskedOfCustomer(int from) {
    int end = utterance.clauses().sentenceEnd(from);
    int stop = Math.min(utterance.size(), end + NEAR);
    return utterance.after(WordClass.RANGE, end, stop) >= 0
        || utterance.after(WordClass.RANGE, from, end) >= 0;
  }

  /**
   * A rule speaks of "orders placed more than 30 days ago"; a statement has a verb of its own ("was
   * placed"), or gives the date and reckons from it ("May 4 (11 days ago)").
   */
  private boolean isFinite(Lead lead, Tie tie, int sentence, int event) {
    int clause = utterance.clauses().clauseStart(lead.from());
    if (tie.form() == Form.SINCE) {
      return utterance.before(WordClass.PAST_VERB, clause, lead.from()) >= 0
          || utterance.before(WordClass.BEEN, clause, lead.from()) >= 0;
    }
    if (tie.form() == Form.WINDOW) {
      return utterance.before(WordClass.COPULA, clause, lead.from()) >= 0
          || utterance.before(WordClass.PAST_VERB, clause, lead.from()) >= 0;
    }
    if (reckons(sentence, lead.from())) {
      return true;
    }
    int end = utterance.clauses().clauseEnd(tie.end() - 1);
    int to = Math.min(end, Math.max(event, lead.from()) + NEAR);
    int verb = utterance.before(WordClass.PAST_VERB, Math.max(sentence, event - NEAR), to);
    boolean relative =
        verb > 0 && utterance.is(verb - 1, WordClass.LINK) && !utterance.is(verb - 2, ',');
    boolean you = utterance.before(WordClass.YOU, Math.max(sentence, event - 2), event) >= 0;
    return (verb >= 0 && !relative) || (you && !utterance.is(event - 1, WordClass.DEFINITE));
  }

  /** A date stands before it in the sentence. */
  private boolean reckons(int sentence, int from) {
    for (int i = Math.max(sentence, from - Utterance.WINDOW); i < from; i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() == Token.Kind.DATE || (token.is(WordClass.MONTH) && hasDayBeside(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasDayBeside(int month) {
    for (int i = month - 2; i <= month + 2; i++) {
      boolean inside = i >= 0 && i < utterance.size();
      Token token = inside ? utterance.tokens().get(i) : null;
      if (token != null
          && (token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.ORDINAL)) {
        return true;
      }
    }
    return false;
  }

  /** Denials of the very statement; "I cannot refund it" in another clause is none. */
  private int denials(int event, int from) {
    int first = Math.min(event, from);
    int start = Math.max(utterance.clauses().clauseStart(first), first - NEAR);
    int denials = 0;
    for (int i = start; i < from; i++) {
      denials += utterance.is(i, WordClass.NEGATOR) ? 1 : 0;
    }
    return denials;
  }
}
