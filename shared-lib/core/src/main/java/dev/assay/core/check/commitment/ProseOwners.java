package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.ResultReader.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Owners for the values of one text: the clause, in its sentence, under the last line that
 * announces others ("Baggage:", "## Fees"). Goes through the text once, in the order of mentions.
 */
final class ProseOwners {
  private static final int LONGEST_HEADING = 12;

  private final Utterance utterance;
  private final Origin origin;
  private final Owners owners;
  private @Nullable Owner heading;
  private @Nullable Owner sentence;
  private @Nullable Owner clause;
  private int sentenceStart = -1;
  private int clauseStart = -1;
  private int read;

  ProseOwners(Utterance utterance, Origin origin, Owners owners) {
    this.utterance = utterance;
    this.origin = origin;
    this.owners = owners;
    this.heading = origin.owner();
  }

  /** The owner of a value at a token; tokens must not go down from call to call. */
  Owner at(int token) {
    Clauses clauses = utterance.clauses();
    Owner whole = sentence;
    if (whole == null || clauses.sentenceStart(token) != sentenceStart) {
      sentenceStart = clauses.sentenceStart(token);
      headings(sentenceStart);
      whole = owner(heading, Owner.Kind.SENTENCE, sentenceStart, clauses.sentenceEnd(token));
      sentence = whole;
      clauseStart = -1;
    }
    Owner part = clause;
    if (part == null || clauses.clauseStart(token) != clauseStart) {
      clauseStart = clauses.clauseStart(token);
      part = owner(whole, Owner.Kind.CLAUSE, clauseStart, clauses.clauseEnd(token));
      clause = part;
    }
    return part;
  }

  /** Short lines that end in a colon or begin with # announce what follows. */
  private void headings(int until) {
    Clauses clauses = utterance.clauses();
    while (read < until) {
      int end = clauses.sentenceEnd(read);
      boolean title = utterance.is(read, '#');
      boolean announces = end - 2 > read && utterance.is(end - 2, ':');
      if (title || (announces && end - read <= LONGEST_HEADING)) {
        heading = owner(origin.owner(), Owner.Kind.OBJECT, read, end);
      }
      read = Math.max(end, read + 1);
    }
  }

  private Owner owner(@Nullable Owner parent, Owner.Kind kind, int from, int end) {
    Owner owner = new Owner(parent, kind, "", origin.message());
    owner.name(utterance.words(from, end));
    owners.add(owner);
    return owner;
  }
}
