package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Remark.Comparison;
import dev.assay.core.check.commitment.value.Remark.Relation;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Percent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two amounts of the text held against each other: "$171, which is not more than $100", "…would
 * leave $201. Since this is under $100", and lists announced by "all of them cheaper than $256.67".
 * Only where the grammar leaves no doubt which amount is compared.
 */
final class ComparisonGrammar {
  /** From the comparison to the amount: "more than your usual limit of". */
  private static final int REACH = 9;

  /** Words that may say what becomes of an amount before ", which is": "$201 left unused". */
  private static final int ASIDE = 4;

  private static final int MOST_ITEMS = 24;
  private static final int LONGEST_LINE = 80;

  private static final WordClasses BETWEEN =
      WordClasses.of(
          WordClass.LINK,
          WordClass.COPULA,
          WordClass.WERE,
          WordClass.NEGATOR,
          WordClass.STATE_FILL,
          WordClass.HEDGE,
          WordClass.SOFTENER,
          WordClass.QUESTION,
          WordClass.BE);

  private final Utterance utterance;
  private final List<Mention> mentions;
  private final Statements statements;

  ComparisonGrammar(Utterance utterance, List<Mention> mentions, Statements statements) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.statements = statements;
  }

  void read(List<Mention> found) {
    int next = 0;
    for (int i = 1; i < utterance.size(); i++) {
      if (!utterance.tokens().get(i).is(WordClass.COMPARE)) {
        continue;
      }
      while (next < mentions.size() && mentions.get(next).end() <= i + 1) {
        next++;
      }
      Mention mention = next < mentions.size() ? at(i, next) : null;
      if (mention != null) {
        found.add(mention);
        i = mention.end() - 1;
      }
    }
  }

  private @Nullable Mention at(int compare, int next) {
    Mention right = mentions.get(next);
    boolean inSentence = right.from() < utterance.clauses().sentenceEnd(compare);
    if (!isAmount(right) || !inSentence || right.from() > compare + REACH) {
      return null;
    }
    Mention pair = isTight(compare, right) ? pair(compare, right, next) : null;
    return pair != null ? pair : list(compare, right, next);
  }

  private static boolean isAmount(Mention mention) {
    return switch (mention.value()) {
      case Money money -> money.readings().size() == 1 && money.upper() == Token.NONE;
      case Percent percent -> true;
      case Value.When when -> false;
      case Value.Span span -> false;
      case Value.Quantity quantity -> false;
      case Value.Terms terms -> false;
      case Value.Deed deed -> false;
      case Remark remark -> false;
    };
  }

  private static long amount(Mention mention) {
    return mention.value() instanceof Money money
        ? money.readings().getFirst()
        : ((Percent) mention.value()).share();
  }

  /** Between the comparison and its amount only what belongs to it. */
  private boolean isTight(int compare, Mention right) {
    for (int i = compare + 1; i < right.from(); i++) {
      Token token = utterance.tokens().get(i);
      boolean part =
          token.is(WordClass.THAN)
              || token.is(WordClass.DEFINITE)
              || token.is(WordClass.OF)
              || token.is(WordClass.TO)
              || token.is(WordClass.CURRENCY);
      if (!part) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Mention pair(int compare, Mention right, int next) {
    int from = phraseStart(compare);
    Mention left = next > 0 ? mentions.get(next - 1) : null;
    boolean alike =
        left != null && isAmount(left) && left.value().getClass() == right.value().getClass();
    if (left == null
        || !alike
        || left.end() > compare
        || !(joins(left, from, compare) || refers(left, next, from, compare))) {
      return null;
    }
    int clause = Math.max(left.end(), utterance.clauses().clauseStart(compare));
    boolean denied = utterance.before(WordClass.NEGATOR, clause, compare) >= 0;
    Relation said = relation(compare);
    Comparison comparison =
        new Comparison(
            List.of(amount(left)),
            denied ? said.denied() : said,
            amount(right),
            right.value() instanceof Money);
    return stated(comparison, from, right.end());
  }

  private @Nullable Mention stated(Comparison comparison, int from, int end) {
    Mention mention = new Mention(comparison, from, end);
    return statements.isSaid(mention) ? mention : null;
  }

  private Relation relation(int compare) {
    String code = utterance.tokens().get(compare).code(WordClass.COMPARE);
    return Comparatives.relation(code == null ? "same" : code);
  }

  /** Where "which is still not" begins before the comparison. */
  private int phraseStart(int compare) {
    int at = compare;
    while (at > 0 && at > compare - ASIDE - 2 && utterance.tokens().get(at - 1).isAny(BETWEEN)) {
      at--;
    }
    return at;
  }

  /** "$171, which is", "$171 is", "$171 (". */
  private boolean joins(Mention left, int from, int compare) {
    int at = from;
    while (at > left.end() && isPause(at - 1)) {
      at--;
    }
    boolean link = utterance.after(WordClass.LINK, from, compare) >= 0 || isThat(from);
    int gap = at - left.end();
    boolean verb =
        link || isVerb(compare) || utterance.is(from - 1, '(') || hasCopula(from, compare);
    boolean same =
        utterance.clauses().sentenceStart(left.from()) == utterance.clauses().sentenceStart(from);
    return same
        && verb
        && (gap == 0 || (link && at < from && gap <= ASIDE && onlyWords(left.end(), at)));
  }

  private boolean hasCopula(int from, int compare) {
    return utterance.after(WordClass.COPULA, from, compare) >= 0;
  }

  /** "that's" in one word. */
  private boolean isThat(int from) {
    return utterance.is(from, WordClass.THIS) || utterance.is(from, WordClass.LINK);
  }

  /** A comparison that is a verb: exceeds. */
  private boolean isVerb(int compare) {
    return !utterance.is(compare + 1, WordClass.THAN)
        && relation(compare) == Relation.MORE
        && !utterance.is(compare, WordClass.MORE)
        && !utterance.is(compare, WordClass.OVER);
  }

  private boolean isPause(int i) {
    return utterance.is(i, ',')
        || utterance.is(i, '—')
        || utterance.is(i, '–')
        || utterance.is(i, '-')
        || utterance.is(i, '(');
  }

  private boolean onlyWords(int from, int end) {
    for (int i = from; i < end; i++) {
      if (utterance.tokens().get(i).kind() != Token.Kind.WORD) {
        return false;
      }
    }
    return true;
  }

  /** "… would leave $201. Since this is more than": the amount the last sentence ends with. */
  private boolean refers(Mention left, int next, int from, int compare) {
    int sentence = utterance.clauses().sentenceStart(compare);
    if (left.end() > sentence || utterance.clauses().sentenceEnd(left.from()) != sentence) {
      return false;
    }
    int pronoun =
        utterance.is(sentence, WordClass.BECAUSE)
                || utterance.is(sentence, WordClass.DURING)
                || utterance.is(sentence, WordClass.SO)
            ? sentence + 1
            : sentence;
    boolean points = utterance.is(pronoun, WordClass.THIS) && compare - pronoun <= ASIDE + 1;
    boolean verb =
        utterance.tokens().get(Math.min(pronoun + 1, utterance.size() - 1)).isAny(BETWEEN)
            || pronoun + 1 == compare;
    boolean last = left.end() >= sentence - 2 || isOnly(left, next, sentence);
    return points && verb && last && from <= compare;
  }

  private boolean isOnly(Mention left, int next, int sentence) {
    int start = utterance.clauses().sentenceStart(Math.max(0, sentence - 1));
    return left.from() >= start && (next < 2 || mentions.get(next - 2).from() < start);
  }

  /** "All of these are cheaper than $256.67:" with a list of one amount a line. */
  private @Nullable Mention list(int compare, Mention right, int next) {
    int sentence = utterance.clauses().sentenceStart(compare);
    int all = utterance.before(WordClass.EVERY, sentence, compare);
    boolean clear =
        all >= 0
            && utterance.before(WordClass.NEGATOR, sentence, compare) < 0
            && !(next > 0 && mentions.get(next - 1).from() >= all);
    List<Long> left = clear ? items(right, next) : List.of();
    if (left.isEmpty()) {
      return null;
    }
    Relation said = relation(compare);
    return stated(
        new Comparison(left, said, amount(right), right.value() instanceof Money),
        all,
        right.end());
  }

  /** The amounts of the list lines that follow; lines with several amounts are left out. */
  private List<Long> items(Mention right, int next) {
    List<Long> amounts = new ArrayList<>();
    int line = nextLine(right.end());
    int at = next + 1;
    for (int lines = 0; lines < MOST_ITEMS && line < utterance.size(); lines++) {
      int end = nextLine(line);
      if (end - line > 1 && !statements.isItem(line)) {
        break;
      }
      Mention only = null;
      int count = 0;
      while (at < mentions.size() && mentions.get(at).from() < end) {
        boolean same = mentions.get(at).value().getClass() == right.value().getClass();
        only = same ? mentions.get(at) : only;
        count += same ? 1 : 0;
        at++;
      }
      if (only != null && count == 1 && isAmount(only)) {
        amounts.add(amount(only));
      }
      line = end;
    }
    return amounts;
  }

  private int nextLine(int token) {
    int stop = Math.min(utterance.size(), token + LONGEST_LINE);
    for (int i = token; i < stop; i++) {
      if (utterance.tokens().get(i).kind() == Token.Kind.BREAK) {
        return i + 1;
      }
    }
    return stop == utterance.size() ? stop : utterance.size();
  }
}
