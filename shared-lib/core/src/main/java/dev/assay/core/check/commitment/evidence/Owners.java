package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every owner of the evidence by the words of its names: one hash lookup for a word or ID of a
 * clause. Names are indexed when somebody first asks, so a trace without claims pays nothing; those
 * of a policy stay where they are, in the text that all conversations share. One per trace; not for
 * several threads.
 */
public final class Owners {
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

  private static final int SHORTEST_CODE = 4;

  /**
   * Texts of which the words are looked up where they are. Those of more texts, and of texts that
   * come when names were asked for already, are copied.
   */
  private static final int MOST_TEXTS = 4;

  private final List<Owner> waiting = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();
  private final NameTable<Term> terms = new NameTable<>();

  /** The words of every name: things of one kind have many names in common. */
  private final Map<String, List<Term>> termsOf = new HashMap<>();

  private final Function<String, Term> fresh = this::fresh;
  private @Nullable Names names;

  /** A text that is known to many conversations, with its owners in this one. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Text(ProseOwners parts, Owner[] owners) {}

  /** One word of names, with the owners that bear it. */
  public static final class Term {
    private final String word;
    private final List<Owner> owners = new ArrayList<>(2);
    private final boolean digit;
    private boolean common;
    private @Nullable Owner last;

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

    public String word() {
      return word;
    }

    /** IDs and sizes tell things apart better than words do. */
    public boolean hasDigit() {
      return digit;
    }

    /** A number or code long enough to be of one thing only, unlike a size: "HAT110", "4151". */
    public boolean isCode() {
      return digit
          && word.length() >= SHORTEST_CODE
          && (Character.isLetter(word.charAt(0)) || word.chars().allMatch(Character::isDigit));
    }

    /** At most {@link #MOST_OWNERS}; empty where more bear it. */
    public List<Owner> owners() {
      return common ? List.of() : owners;
    }

    /** False for the second time that a name of an owner has the word. */
    private boolean isNew(Owner owner) {
      boolean fresh = last != owner;
      last = owner;
      return fresh;
    }

    private void add(Owner owner) {
      common |= owners.size() == MOST_OWNERS;
      if (!common) {
        owners.add(owner);
      }
    }
  }

  /** A word of a text that names recorded owners; {@code at} is its token. */
  public record Naming(Term term, int at) {}

  /** The words of one utterance that name something: {@code first} of each token among all. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Names(Utterance utterance, List<Naming> all, int[] first) {}

  void add(Owner owner) {
    waiting.add(owner);
  }

  /**
   * The owners of the parts of a text.
   *
   * @param around what encloses the text; null where nothing does
   */
  Owner[] add(Prose prose, @Nullable Owner around, int message) {
    ProseOwners parts = prose.owners();
    Owner[] owners = new Owner[parts.parts().size()];
    boolean known = prose.isLong() && texts.size() < MOST_TEXTS && terms.isEmpty();
    for (int i = 0; i < owners.length; i++) {
      ProseOwners.Part part = parts.parts().get(i);
      Owner parent = part.parent() < 0 ? around : owners[part.parent()];
      owners[i] = new Owner(parent, part, message);
      if (!known) {
        add(owners[i]);
      }
    }
    if (known && owners.length > 0) {
      texts.add(new Text(parts, owners));
    }
    return owners;
  }

  /**
   * The words among the tokens [from, end) that name something recorded, in order; of a word that
   * names nearly everything the owners are not listed.
   */
  public List<Naming> named(Utterance utterance, int from, int end) {
    Names known = names;
    if (known == null || known.utterance() != utterance || !waiting.isEmpty()) {
      index();
      known = read(utterance);
      names = known;
    }
    int start = Math.max(0, from);
    int stop = Math.min(end, utterance.size());
    return start >= stop
        ? List.of()
        : known.all().subList(known.first()[start], known.first()[stop]);
  }

  private Names read(Utterance utterance) {
    int[] first = new int[utterance.size() + 1];
    Reading reading = new Reading(utterance.text());
    for (int i = 0; i < utterance.size(); i++) {
      Token token = utterance.tokens().get(i);
      first[i] = reading.all.size();
      boolean sign = token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.BREAK;
      if (!sign && !token.isAny(GRAMMAR)) {
        reading.at = i;
        NameTable.words(reading.text, token.start(), token.end(), reading);
      }
    }
    first[utterance.size()] = reading.all.size();
    return new Names(utterance, reading.all, first);
  }

  /** Collects what the words of a text name, token by token. */
  private final class Reading implements NameTable.Reader {
    private final String text;
    private final List<Naming> all = new ArrayList<>();
    private int at;

    private Reading(String text) {
      this.text = text;
    }

    @Override
    public void word(int start, int end, int hash) {
      Term term = term(text, start, end, hash);
      if (term != null) {
        all.add(new Naming(term, at));
      }
    }
  }

  private @Nullable Term term(String text, int start, int end, int hash) {
    Term known = terms.find(text, start, end, hash);
    if (known != null) {
      return known;
    }
    for (Text one : texts) {
      if (one.parts().named().find(text, start, end, hash) != null) {
        return terms.find(text, start, end, hash, fresh);
      }
    }
    return null;
  }

  /** A word with the parts of known texts that have it. */
  private Term fresh(String word) {
    Term term = new Term(word);
    for (Text one : texts) {
      List<Integer> parts = one.parts().named().find(word, 0, word.length(), word.hashCode());
      for (int part : parts == null ? List.<Integer>of() : parts) {
        term.add(one.owners()[part]);
      }
    }
    return term;
  }

  private void index() {
    for (Owner owner : waiting) {
      List<Term> own = new ArrayList<>(owner.names().size());
      for (String name : owner.names()) {
        for (Term term : terms(name)) {
          if (term.isNew(owner)) {
            term.add(owner);
            own.add(term);
          }
        }
      }
      owner.terms(own);
    }
    waiting.clear();
  }

  /** The words of a name, in order. */
  private List<Term> terms(String name) {
    List<Term> known = termsOf.get(name);
    if (known == null) {
      List<Term> read = new ArrayList<>(2);
      NameTable.words(
          name,
          0,
          name.length(),
          (start, end, hash) -> read.add(terms.find(name, start, end, hash, fresh)));
      termsOf.put(name, read);
      known = read;
    }
    return known;
  }
}
