package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Every owner of the evidence by the words of its names: one hash lookup for a word or ID of a
 * clause. Names are indexed when somebody first asks, so a trace without claims pays nothing. One
 * per trace; not for several threads.
 */
final class Owners {
  /** A word that names more owners than this names none of them. */
  static final int MOST_OWNERS = 64;

  private static final WordClasses GRAMMAR =
      WordClasses.of(
          WordClass.DEFINITE,
          WordClass.ARTICLE,
          WordClass.AND,
          WordClass.OF,
          WordClass.FOR,
          WordClass.TO,
          WordClass.AT,
          WordClass.ON,
          WordClass.BY,
          WordClass.IF,
          WordClass.SO,
          WordClass.PER,
          WordClass.YOU,
          WordClass.SELF,
          WordClass.HAVE,
          WordClass.BE,
          WordClass.BEEN,
          WordClass.COPULA,
          WordClass.NEGATOR,
          WordClass.QUESTION,
          WordClass.CURRENCY,
          WordClass.SOFTENER);

  private static final int SHORTEST = 2;
  private static final int SHORTEST_DIGITS = 3;
  private static final int SHORTEST_PLURAL = 4;
  private static final int SHORTEST_CODE = 4;

  private final List<Owner> waiting = new ArrayList<>();
  private final Map<String, Term> terms = new HashMap<>();

  /** One word of names, with the owners that bear it. */
  static final class Term {
    private final String word;
    private final List<Owner> owners = new ArrayList<>(2);
    private final boolean digit;
    private boolean common;

    private Term(String word) {
      this.word = word;
      this.digit = holdsDigit(word);
    }

    private static boolean holdsDigit(String word) {
      for (int i = 0; i < word.length(); i++) {
        if (Character.isDigit(word.charAt(i))) {
          return true;
        }
      }
      return false;
    }

    String word() {
      return word;
    }

    /** IDs and sizes tell things apart better than words do. */
    boolean hasDigit() {
      return digit;
    }

    /** A number or code long enough to be of one thing only, unlike a size: "HAT110", "4151". */
    boolean isCode() {
      return digit
          && word.length() >= SHORTEST_CODE
          && (Character.isLetter(word.charAt(0)) || word.chars().allMatch(Character::isDigit));
    }

    /** At most {@link #MOST_OWNERS}; empty where more bear it. */
    List<Owner> owners() {
      return common ? List.of() : owners;
    }

    private void add(Owner owner) {
      common |= owners.size() == MOST_OWNERS;
      if (!common) {
        owners.add(owner);
      }
    }
  }

  /** A word of a text that names recorded owners; {@code at} is its token. */
  record Naming(Term term, int at) {}

  void add(Owner owner) {
    waiting.add(owner);
  }

  /**
   * The words among the tokens [from, end) that name something recorded, in order; of a word that
   * names nearly everything the owners are not listed. The caller keeps the range bounded.
   */
  List<Naming> named(Utterance utterance, int from, int end) {
    index();
    List<Naming> found = new ArrayList<>();
    for (int i = Math.max(0, from); i < Math.min(end, utterance.size()); i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() != Token.Kind.SYMBOL
          && token.kind() != Token.Kind.BREAK
          && !isGrammar(token)) {
        look(utterance.text(), token, i, found);
      }
    }
    return found;
  }

  private void look(String text, Token token, int at, List<Naming> found) {
    int start = token.start();
    while (start < token.end()) {
      int stop = runEnd(text, start, token.end());
      if (stop > start) {
        Term term = isWord(text, start, stop) ? terms.get(fold(text, start, stop)) : null;
        if (term != null) {
          found.add(new Naming(term, at));
        }
      }
      start = Math.max(stop, start + 1);
    }
  }

  /** Words that every sentence has say nothing of what it is about. */
  private static boolean isGrammar(Token token) {
    return token.isAny(GRAMMAR);
  }

  private void index() {
    for (Owner owner : waiting) {
      Set<Term> own = new LinkedHashSet<>();
      for (String name : owner.names()) {
        split(name, own);
      }
      owner.terms(List.copyOf(own));
      own.forEach(term -> term.add(owner));
    }
    waiting.clear();
  }

  private void split(String name, Set<Term> own) {
    int start = 0;
    while (start < name.length()) {
      int stop = runEnd(name, start, name.length());
      if (stop > start && isWord(name, start, stop)) {
        own.add(terms.computeIfAbsent(fold(name, start, stop), Term::new));
      }
      start = Math.max(stop, start + 1);
    }
  }

  private static int runEnd(String text, int from, int end) {
    int at = from;
    while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** "14C", "pro" and "7684" name something; "a" and "11" do not. */
  private static boolean isWord(String text, int from, int end) {
    int least = SHORTEST_DIGITS;
    for (int i = from; i < end; i++) {
      least = Character.isLetter(text.charAt(i)) ? SHORTEST : least;
    }
    boolean ideograph = end > from && Character.isIdeographic(text.charAt(from));
    return ideograph || end - from >= least;
  }

  /** In lower case and without the plural's s: "passengers" and "passenger" are one. */
  private static String fold(String text, int from, int end) {
    boolean plural = end - from >= SHORTEST_PLURAL && text.charAt(end - 1) == 's';
    return text.substring(from, plural ? end - 1 : end).toLowerCase(Locale.ROOT);
  }
}
