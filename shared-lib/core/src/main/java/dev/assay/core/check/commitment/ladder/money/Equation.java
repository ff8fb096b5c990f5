package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic that the agent wrote out: "$89.00 + $7.50 = $96.50", "2 nights at 140 plus 35 is 315".
 * It proves its result when every amount in it is grounded; plain numbers may only multiply.
 */
final class Equation {
  private static final int MOST_TERMS = 16;

  private final Utterance utterance;
  private final List<Mention> mentions;

  Equation(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.mentions = mentions;
  }

  /** A term of the left side: an operator, then a value. */
  private record Term(char operator, long value, boolean money) {}

  /** How the claim is reckoned, or null where no sound equation leads to it. */
  @Nullable String proves(Mention claim, long value, LongPredicate grounded) {
    int equals = equals(claim.from());
    if (equals < 0) {
      return null;
    }
    List<Term> terms = terms(equals);
    if (terms.size() < 2) {
      return null;
    }
    for (Term term : terms) {
      if (term.money() && !grounded.test(term.value())) {
        return null;
      }
    }
    return evaluate(terms) == value ? shown(terms) : null;
  }

  /**
   * The value that the equation before a claim really comes to, as "89.00 + 7.50 = 96.50", where it
   * is another one than claimed; null where nothing is written out, or not plainly.
   */
  @Nullable String disproves(Mention claim, long value, LongPredicate grounded) {
    int equals = equals(claim.from());
    if (equals < 0 || !isPlain(equals)) {
      return null;
    }
    List<Term> terms = terms(equals);
    long result = terms.size() < 2 ? Token.NONE : evaluate(terms);
    boolean sound =
        result > 0 && terms.stream().allMatch(term -> !term.money() || grounded.test(term.value()));
    return sound && Math.abs(result - value) > Decimals.CENT
        ? shown(terms) + " = " + Decimals.money(result)
        : null;
  }

  /**
   * What an amount on the left of an equation should have been, where the equation does not hold;
   * {@link Token#NONE} where it holds or is none.
   */
  long missing(Mention claim, long value) {
    int end = utterance.clauses().sentenceEnd(claim.from());
    int equals = -1;
    for (int i = claim.end(); i < Math.min(end, claim.end() + Utterance.WINDOW); i++) {
      if (utterance.is(i, '=')) {
        equals = i;
        break;
      }
    }
    Mention result = equals < 0 || !isPlain(equals) ? null : result(equals);
    if (result == null || !(result.value() instanceof Money total)) {
      return Token.NONE;
    }
    List<Term> terms = terms(equals);
    boolean sum = terms.size() > 1 && terms.stream().allMatch(Equation::isPlus);
    long off = sum ? total.readings().getFirst() - evaluate(terms) : 0;
    return off == 0 || value + off <= 0 ? Token.NONE : value + off;
  }

  private @Nullable Mention result(int equals) {
    Mention next = equals + 1 < utterance.size() ? Mention.at(mentions, equals + 1) : null;
    return next == null && equals + 2 < utterance.size() ? Mention.at(mentions, equals + 2) : next;
  }

  private static boolean isPlus(Term term) {
    return term.money() && term.operator() == '+';
  }

  /** Percentages, brackets and a second equation make an equation no plain one. */
  private boolean isPlain(int equals) {
    int start = Math.max(utterance.clauses().sentenceStart(equals), equals - 3 * MOST_TERMS);
    for (int i = start; i < equals; i++) {
      if (utterance.is(i, '(')
          || utterance.is(i, ')')
          || utterance.is(i, '=')
          || utterance.is(i, WordClass.PERCENT)) {
        return false;
      }
    }
    return true;
  }

  private int equals(int from) {
    for (int i = from - 1; i >= Math.max(0, from - 2); i--) {
      if (utterance.is(i, '=')) {
        return i;
      }
    }
    return -1;
  }

  private List<Term> terms(int equals) {
    List<Term> terms = new ArrayList<>();
    int i = Math.max(utterance.clauses().sentenceStart(equals), equals - 3 * MOST_TERMS);
    char operator = '+';
    boolean open = true;
    while (i < equals) {
      Mention mention = Mention.at(mentions, i);
      Token token = utterance.tokens().get(i);
      if (mention != null && mention.value() instanceof Money money) {
        terms.add(new Term(open ? operator : '?', money.readings().getFirst(), true));
        open = false;
        i = mention.end();
        continue;
      }
      if (token.kind() == Token.Kind.NUMBER) {
        terms.add(new Term(open ? operator : '?', token.value(), false));
        open = false;
      } else if (operator(token) != 0) {
        operator = operator(token);
        open = true;
      } else if (token.is(':') || token.is(',') || token.is('|')) {
        terms.clear();
        operator = '+';
        open = true;
      }
      i++;
    }
    return terms;
  }

  private static char operator(Token token) {
    if (token.is('+') || token.is(WordClass.PLUS)) {
      return '+';
    }
    if (token.is('-') || token.is('–') || token.is('−')) {
      return '-';
    }
    return token.is('×') || token.is(WordClass.TIMES)
        ? '*'
        : token.is('÷') || token.is('/') ? '/' : 0;
  }

  private static long evaluate(List<Term> terms) {
    long sum = 0;
    long product = 0;
    for (Term term : terms) {
      switch (term.operator()) {
        case '*' -> product = Decimals.times(product, term.value());
        case '/' ->
            product = term.value() == 0 ? Token.NONE : product * Decimals.ONE / term.value();
        case '+', '-' -> {
          sum += product;
          product = term.operator() == '-' ? -term.value() : term.value();
        }
        default -> {
          return Token.NONE;
        }
      }
      if (product == Token.NONE) {
        return Token.NONE;
      }
    }
    return sum + product;
  }

  private static String shown(List<Term> terms) {
    StringBuilder shown = new StringBuilder();
    for (Term term : terms) {
      if (!shown.isEmpty()) {
        shown.append(' ').append(term.operator() == '*' ? '×' : term.operator()).append(' ');
      }
      shown.append(term.money() ? Decimals.money(term.value()) : Decimals.plain(term.value()));
    }
    return shown.toString();
  }
}
