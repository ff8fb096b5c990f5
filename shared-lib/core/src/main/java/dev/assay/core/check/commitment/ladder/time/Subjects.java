package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.evidence.Owner;
import dev.assay.core.check.commitment.evidence.Owners;
import dev.assay.core.check.commitment.evidence.Owners.Naming;
import dev.assay.core.check.commitment.text.Clauses;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a turn speaks of: the recorded things that are named around a date or time, nearest first. A
 * name in the same line counts; in a list also the names in the lines that head it.
 */
final class Subjects {
  /**
   * What a claim is about.
   *
   * @param owners all of one mind; empty where nothing is named, or where what is named has both
   * @param identified by an identifier of their own
   */
  record Found(List<Owner> owners, boolean identified) {
    static final Found NOTHING = new Found(List.of(), false);

    Found {
      owners = List.copyOf(owners);
    }
  }

  /** How an owner stands to a claim. */
  enum Fit {
    /** It has nothing of the kind. */
    SILENT,
    FITS,
    DIFFERS
  }

  /** Owners looked at for one name; a name of more tells little. */
  private static final int MOST_CANDIDATES = 256;

  private static final int MOST_NAMES = 24;
  private static final int LONGEST_HEADING = 14;

  /**
   * Of a longer sentence only so much is looked at, so that a turn of one sentence stays linear.
   */
  private static final int REACH_AROUND = 160;

  private static final int REACH_BACK = 80;
  private static final int FEW_OWNERS = 8;
  private static final int LONG_WORD = 4;

  private final Utterance utterance;
  private final List<Naming> names = new ArrayList<>();

  Subjects(Utterance utterance, Owners owners) {
    this.utterance = utterance;
    for (Naming naming : owners.named(utterance, 0, utterance.size())) {
      if (isStrong(naming)) {
        names.add(naming);
      }
    }
  }

  /** Identifiers, codes, and words nobody uses but to name something. */
  private boolean isStrong(Naming naming) {
    if (naming.term().hasDigit()) {
      return true;
    }
    String word = naming.term().word();
    Token token = utterance.tokens().get(naming.at());
    boolean code = token.end() - token.start() >= 3 && isUpper(token);
    boolean rare = word.length() >= LONG_WORD && naming.term().owners().size() <= FEW_OWNERS;
    return token.word() == null && (code || rare);
  }

  private boolean isUpper(Token token) {
    for (int i = token.start(); i < token.end(); i++) {
      if (!Character.isUpperCase(utterance.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The named owners that a claim in [from, end) is about.
   *
   * @param fit how an owner stands to the claim
   */
  Found of(int from, int end, Function<Owner, Fit> fit) {
    if (names.isEmpty()) {
      return Found.NOTHING;
    }
    int sentence = utterance.clauses().sentenceStart(from);
    List<Naming> around = new ArrayList<>();
    List<Owner> candidates = List.of();
    int looked = 0;
    for (Place place : Place.values()) {
      look(place, from, end, around);
      for (; looked < around.size(); looked++) {
        Naming naming = around.get(looked);
        if (naming.at() < sentence && !candidates.isEmpty()) {
          return Found.NOTHING;
        }
        List<Owner> next =
            candidates.isEmpty()
                ? holders(naming.term(), fit)
                : narrowed(candidates, naming.term());
        candidates = next.isEmpty() ? candidates : next;
        if (!candidates.isEmpty() && isOfOneMind(candidates, fit)) {
          boolean own = candidates.getFirst().distance(naming.term()) == 0;
          return new Found(candidates, own && naming.term().hasDigit());
        }
      }
    }
    return Found.NOTHING;
  }

  /** Those that bear the name themselves; where none does, those in something that bears it. */
  private static List<Owner> narrowed(List<Owner> candidates, Owners.Term term) {
    List<Owner> left = new ArrayList<>();
    int nearest = Integer.MAX_VALUE;
    for (Owner candidate : candidates) {
      int distance = candidate.distance(term);
      if (distance >= 0 && distance < nearest) {
        nearest = distance;
        left.clear();
      }
      if (distance == nearest) {
        left.add(candidate);
      }
    }
    return left;
  }

  private static boolean isOfOneMind(List<Owner> owners, Function<Owner, Fit> fit) {
    Fit first = fit.apply(owners.getFirst());
    for (Owner owner : owners) {
      if (fit.apply(owner) != first) {
        return false;
      }
    }
    return true;
  }

  /** Those that bear the name and have such a value; else what they enclose; else their parents. */
  private static List<Owner> holders(Owners.Term term, Function<Owner, Fit> fit) {
    List<Owner> level = term.owners();
    int looked = 0;
    while (!level.isEmpty() && looked < MOST_CANDIDATES) {
      List<Owner> found = telling(level, fit);
      if (!found.isEmpty()) {
        return found;
      }
      looked += level.size();
      List<Owner> below = new ArrayList<>();
      for (Owner owner : level) {
        below.addAll(owner.children());
      }
      level = below.subList(0, Math.min(below.size(), MOST_CANDIDATES));
    }
    List<Owner> parents = new ArrayList<>();
    for (Owner owner : term.owners()) {
      Owner parent = owner.parent();
      if (parent != null && !parents.contains(parent)) {
        parents.add(parent);
      }
    }
    return telling(parents, fit);
  }

  private static List<Owner> telling(List<Owner> owners, Function<Owner, Fit> fit) {
    List<Owner> telling = new ArrayList<>();
    for (Owner owner : owners) {
      if (fit.apply(owner) != Fit.SILENT) {
        telling.add(owner);
      }
    }
    return telling;
  }

  /** Where the names around a mention stand, nearest first. */
  private enum Place {
    CLAUSE,
    CELL,
    SENTENCE,
    SENTENCE_BEFORE,
    HEADS
  }

  /** Adds the names of one place that were not added before. */
  private void look(Place place, int from, int end, List<Naming> around) {
    Clauses clauses = utterance.clauses();
    int sentence = Math.max(clauses.sentenceStart(from), from - REACH_AROUND);
    int sentenceEnd = Math.min(clauses.sentenceEnd(end - 1), end + REACH_AROUND);
    switch (place) {
      case CLAUSE -> {
        int clause = Math.max(cellStart(sentence, from), clauses.clauseStart(from));
        int clauseEnd = Math.min(cellEnd(end, sentenceEnd), clauses.clauseEnd(end - 1));
        collect(clause, clauseEnd, from, around);
      }
      case CELL -> collect(cellStart(sentence, from), from, from, around);
      case SENTENCE -> {
        collect(sentence, from, from, around);
        collect(from, cellEnd(end, sentenceEnd), from, around);
        collect(from, sentenceEnd, from, around);
      }
      case SENTENCE_BEFORE -> {
        boolean told = isPronoun(sentence) && sentence > 0;
        int before = told ? clauses.sentenceStart(sentence - 1) : sentence;
        collect(before, sentence, from, around);
      }
      case HEADS -> {
        int heads = Math.max(0, Math.max(heads(from), from - REACH_BACK));
        collect(true, heads, sentence, from, around);
      }
    }
  }

  /**
   * Names in [low, high), identifiers before words, nearest first; those before before those
   * behind.
   */
  private void collect(int low, int high, int from, List<Naming> around) {
    collect(true, low, high, from, around);
    collect(false, low, high, from, around);
  }

  private void collect(boolean identifiers, int low, int high, int from, List<Naming> around) {
    int first = firstAt(from);
    for (int i = first - 1; i >= 0 && names.get(i).at() >= low; i--) {
      add(names.get(i), high, identifiers, around);
    }
    for (int i = first; i < names.size() && names.get(i).at() < high; i++) {
      add(names.get(i), high, identifiers, around);
    }
  }

  private static void add(Naming name, int high, boolean identifiers, List<Naming> around) {
    boolean wanted = name.at() < high && name.term().hasDigit() == identifiers;
    if (wanted && around.size() < MOST_NAMES && !around.contains(name)) {
      around.add(name);
    }
  }

  private int firstAt(int from) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).at() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int cellStart(int sentence, int from) {
    int at = from;
    while (at > sentence && !isCellBorder(at - 1)) {
      at--;
    }
    return at;
  }

  private int cellEnd(int end, int sentenceEnd) {
    int at = end;
    while (at < sentenceEnd && !isCellBorder(at)) {
      at++;
    }
    return at;
  }

  /** "It departs at 9": what the sentence before named. */
  private boolean isPronoun(int i) {
    return utterance.is(i, WordClass.PRONOUN);
  }

  private boolean isCellBorder(int i) {
    return utterance.is(i, '|') || utterance.is(i, '•') || utterance.is(i, ';');
  }

  /** Where the lines begin that tell what the line of a token is about. */
  private int heads(int token) {
    Clauses clauses = utterance.clauses();
    int start = clauses.sentenceStart(token);
    int line = start;
    while (isItem(line, clauses.sentenceEnd(line), token)
        && line > 0
        && token - line < REACH_BACK) {
      int above = line - 1;
      while (above > 0 && utterance.tokens().get(above).kind() == Token.Kind.BREAK) {
        above--;
      }
      line = clauses.sentenceStart(above);
      start = line;
    }
    return start;
  }

  /** A line of a list, of a table or of JSON, or a short one such as "Departure: 14:00". */
  private boolean isItem(int from, int end, int token) {
    Token first = utterance.tokens().get(from);
    boolean marked =
        first.kind() == Token.Kind.SYMBOL
            && (first.is('-')
                || first.is('•')
                || first.is('–')
                || first.is('|')
                || first.is('"')
                || first.is('{')
                || first.is('[')
                || first.is('}')
                || first.is(']'));
    return marked || (end - from <= LONGEST_HEADING && hasColon(from, Math.min(end, token)));
  }

  private boolean hasColon(int from, int end) {
    for (int i = from; i < end; i++) {
      if (utterance.is(i, ':')) {
        return true;
      }
    }
    return false;
  }
}
