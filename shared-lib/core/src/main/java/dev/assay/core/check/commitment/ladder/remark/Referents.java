package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.ledger.Entry;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Finds which of the recorded things a sentence is about: the one whose id stands nearest. */
final class Referents {
  /** How far back the text above a sentence may name what it is about. */
  private static final int FAR = 160;

  private static final int SHORTEST = 3;

  private final Ledger ledger;
  private final Utterance utterance;

  Referents(Ledger ledger, Utterance utterance) {
    this.ledger = ledger;
    this.utterance = utterance;
  }

  /**
   * Those of some recorded things that a claim is about.
   *
   * @param things whatever has entries
   * @param noun what the claim calls it, such as "order"; empty where nothing does
   */
  <T> List<T> of(Commitment claim, String noun, List<T> things, Function<T, Entry> entry) {
    List<T> called = called(noun, things, entry);
    int sentence = utterance.clauses().sentenceStart(claim.from());
    int end = utterance.clauses().sentenceEnd(claim.end() - 1);
    for (int i = sentence; i < Math.min(end, claim.end() + Utterance.WINDOW); i++) {
      List<T> named = named(i, called, entry);
      if (!named.isEmpty()) {
        return named;
      }
    }
    for (int i = sentence - 1; i >= Math.max(0, sentence - FAR); i--) {
      List<T> named = named(i, called, entry);
      if (!named.isEmpty()) {
        return named;
      }
    }
    return called;
  }

  private <T> List<T> named(int token, List<T> things, Function<T, Entry> entry) {
    Token at = utterance.tokens().get(token);
    boolean long3 = at.end() - at.start() >= SHORTEST;
    boolean word = at.kind() == Token.Kind.WORD && at.word() == null;
    boolean name = at.kind() == Token.Kind.ID || at.kind() == Token.Kind.NUMBER || word;
    Set<String> named =
        long3 && name ? ledger.named(utterance.text().substring(at.start(), at.end())) : Set.of();
    if (named.isEmpty()) {
      return List.of();
    }
    List<T> own = new ArrayList<>();
    for (T thing : things) {
      if (entry.apply(thing).isOf(named)) {
        own.add(thing);
      }
    }
    return own;
  }

  /** All of them, or those of the kind that was named where there are some. */
  private static <T> List<T> called(String noun, List<T> things, Function<T, Entry> entry) {
    List<T> own = new ArrayList<>();
    for (T thing : things) {
      if (!noun.isEmpty() && entry.apply(thing).isCalled(noun)) {
        own.add(thing);
      }
    }
    return own.isEmpty() ? things : own;
  }
}
