package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.text.Clauses;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose the values of one text are: the clause, in its sentence, under the last line that announces
 * others ("Baggage:", "## Fees"). What a text says of this is the same in every conversation, so it
 * is read once with the text; each conversation makes its own owners from it.
 */
final class ProseOwners {
  private static final int LONGEST_HEADING = 12;
  private static final int NONE = -1;

  private final Utterance utterance;
  private final List<Part> parts = new ArrayList<>();
  private final int[] partOf;
  private final NameTable<List<Integer>> named = new NameTable<>();
  private int heading = NONE;
  private int read;

  /**
   * A clause, sentence or heading with what it says.
   *
   * @param parent its place among the parts; -1 for what stands in the text itself
   * @param words what it may be named by
   */
  record Part(Owner.Kind kind, int parent, String text, Set<String> words) {
    Part {
      words = Set.copyOf(words);
    }
  }

  /**
   * @param mentions the values of the text, in order
   */
  ProseOwners(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.partOf = new int[mentions.size()];
    Clauses clauses = utterance.clauses();
    int sentence = NONE;
    int clause = NONE;
    int sentenceStart = NONE;
    int clauseStart = NONE;
    for (int i = 0; i < partOf.length; i++) {
      int token = mentions.get(i).from();
      if (clauses.sentenceStart(token) != sentenceStart) {
        sentenceStart = clauses.sentenceStart(token);
        clauseStart = NONE;
        headings(clauses, sentenceStart);
        sentence = part(Owner.Kind.SENTENCE, heading, sentenceStart, clauses.sentenceEnd(token));
      }
      if (clauses.clauseStart(token) != clauseStart) {
        clauseStart = clauses.clauseStart(token);
        clause = part(Owner.Kind.CLAUSE, sentence, clauseStart, clauses.clauseEnd(token));
      }
      partOf[i] = clause;
    }
  }

  /** Short lines that end in a colon or begin with # announce what follows. */
  private void headings(Clauses clauses, int until) {
    while (read < until) {
      int end = clauses.sentenceEnd(read);
      boolean title = utterance.is(read, '#');
      boolean announces = end - 2 > read && utterance.is(end - 2, ':');
      if (title || (announces && end - read <= LONGEST_HEADING)) {
        heading = part(Owner.Kind.OBJECT, NONE, read, end);
      }
      read = Math.max(end, read + 1);
    }
  }

  private int part(Owner.Kind kind, int parent, int from, int end) {
    String text = utterance.words(from, end);
    Set<String> words = new HashSet<>();
    Integer place = parts.size();
    NameTable.words(
        text,
        0,
        text.length(),
        (start, stop, hash) -> {
          if (words.add(NameTable.fold(text, start, stop))) {
            named.find(text, start, stop, hash, word -> new ArrayList<>(2)).add(place);
          }
        });
    parts.add(new Part(kind, parent, text, words));
    return place;
  }

  /** The parts, each behind what it stands in. */
  List<Part> parts() {
    return parts;
  }

  /** The part that owns a value. */
  int partOf(int mention) {
    return partOf[mention];
  }

  /** The parts by their words. */
  NameTable<List<Integer>> named() {
    return named;
  }
}
