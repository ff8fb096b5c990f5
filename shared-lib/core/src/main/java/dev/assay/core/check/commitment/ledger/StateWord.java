package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state and the closed sets it belongs to. In a lexicon a state is {@code set+set.state}, what
 * has one {@code set+set/noun}; a state that ends in {@code !} counts only where it is recorded.
 *
 * @param state its name, with the word before it that makes it another: "basic economy"
 */
public record StateWord(String state, List<String> sets) {
  private static final int MOST_WORDS = 4;

  public StateWord {
    sets = List.copyOf(sets);
  }

  /** The state at token {@code i}; {@code from} is its prefix or itself. */
  public static StateWord of(Utterance utterance, int from, int i) {
    String code = code(utterance.tokens().get(i), WordClass.STATE);
    String name = code.substring(code.indexOf('.') + 1);
    String plain = name.endsWith("!") ? name.substring(0, name.length() - 1) : name;
    String prefix = from < i ? code(utterance.tokens().get(from), WordClass.STATE_PREFIX) : "";
    return new StateWord(prefix.isEmpty() ? plain : prefix + " " + plain, sets(code, '.'));
  }

  /** The state that a recorded text is; null where it is none, or more than that. */
  static @Nullable StateWord recorded(String text, Lexicon lexicon) {
    Utterance utterance = new Utterance(text.replace('_', ' '), lexicon);
    int first = utterance.is(0, WordClass.STATE_PREFIX) ? 1 : 0;
    boolean known = utterance.size() <= MOST_WORDS && utterance.is(first, WordClass.STATE);
    boolean whole = utterance.size() == first + 1 || utterance.is(first + 1, '(');
    return known && whole ? of(utterance, 0, first) : null;
  }

  public static boolean isRecordedOnly(Token token) {
    return code(token, WordClass.STATE).endsWith("!");
  }

  /** The sets of a state or of what has states. */
  public static List<String> sets(Token token) {
    return token.is(WordClass.STATE_OF)
        ? sets(code(token, WordClass.STATE_OF), '/')
        : sets(code(token, WordClass.STATE), '.');
  }

  /** What keys and tools call the thing; empty where it has no name of its own. */
  public static String noun(Token token) {
    String code = code(token, WordClass.STATE_OF);
    int slash = code.indexOf('/');
    return slash < 0 ? "" : code.substring(slash + 1);
  }

  private static String code(Token token, WordClass of) {
    String code = token.code(of);
    return code == null ? "" : code;
  }

  static List<String> sets(String code, char stop) {
    int end = code.indexOf(stop) < 0 ? code.length() : code.indexOf(stop);
    List<String> sets = new ArrayList<>(2);
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || code.charAt(i) == '+') {
        sets.add(code.substring(start, i));
        start = i + 1;
      }
    }
    return sets;
  }
}
