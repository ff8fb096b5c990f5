package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import dev.assay.core.check.commitment.value.Value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a deed was done to, and for how much. */
final class DeedTargets {
  private static final int REACH = 8;
  private static final int MOST_OBJECTS = 8;

  /** Fewer digits than this are a count, not an order number. */
  private static final int FEWEST_DIGITS = 5;

  /** An address is this many tokens long at most, line breaks included. */
  private static final int ADDRESS = 34;

  /** House numbers below are too common to tell anything. */
  private static final int FEWEST_IN_ADDRESS = 3;

  private static final Set<String> WITH_AMOUNT = Set.of("REFUNDED", "CREDITED", "FEE_WAIVED");

  private final Utterance utterance;
  private final List<Mention> mentions;
  private int mention;

  DeedTargets(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.mentions = mentions;
  }

  Mention aim(String family, int from, int verb, Claim claim) {
    int clauseEnd = utterance.clauses().clauseEnd(verb);
    int end = verb + 1;
    Mention amount = WITH_AMOUNT.contains(family) ? amount(verb, clauseEnd) : null;
    Money money = amount != null && amount.value() instanceof Money found ? found : null;
    end = amount == null ? end : amount.end();
    String tier = family.equals("UPGRADED") ? tier(verb, clauseEnd) : null;
    List<String> objects = tier == null ? objects(from, verb, clauseEnd) : List.of(tier);
    String object = objects.isEmpty() ? null : objects.getFirst();
    List<String> also =
        new ArrayList<>(objects.isEmpty() ? objects : objects.subList(1, objects.size()));
    if (family.equals("UPDATED") && claim != Claim.REPORT && isAddress(from, verb)) {
      address(verb + 1, also);
    }
    return new Mention(new Deed(family, money, object, also, claim), from, end);
  }

  private @Nullable Mention amount(int verb, int clauseEnd) {
    int stop = Math.min(clauseEnd, verb + REACH);
    for (int i = nextMention(verb); i < mentions.size(); i++) {
      Mention found = mentions.get(i);
      if (found.from() >= stop) {
        return null;
      }
      if (found.value() instanceof Money) {
        return found;
      }
    }
    return null;
  }

  /** Verbs come in order, so the place in the mentions only moves on. */
  private int nextMention(int verb) {
    while (mention < mentions.size() && mentions.get(mention).from() <= verb) {
      mention++;
    }
    return mention;
  }

  /** "business" in "upgraded to business class". */
  private @Nullable String tier(int verb, int clauseEnd) {
    for (int i = verb + 1; i < Math.min(clauseEnd, verb + REACH); i++) {
      String code = utterance.tokens().get(i).code(WordClass.CLASS);
      if (code != null) {
        String next =
            i + 1 < clauseEnd ? utterance.tokens().get(i + 1).code(WordClass.CLASS) : null;
        return next == null ? code : code + "_" + next;
      }
    }
    return null;
  }

  /** Behind the verb first, then in the subject of a passive. */
  private List<String> objects(int from, int verb, int clauseEnd) {
    List<String> objects = new ArrayList<>();
    collect(verb + 1, Math.min(clauseEnd, verb + Utterance.WINDOW), objects);
    if (objects.isEmpty()) {
      collect(Math.max(from, verb - Utterance.WINDOW), verb, objects);
    }
    return objects;
  }

  private void collect(int from, int end, List<String> objects) {
    for (int i = from; i < end && objects.size() < MOST_OBJECTS; i++) {
      Token token = utterance.tokens().get(i);
      if ((token.kind() == Token.Kind.ID && !isPlaceholder(i)) || isNumbered(i, token)) {
        String id = utterance.words(i, i + 1);
        objects.add(id.startsWith("#") ? id.substring(1) : id);
      }
    }
  }

  /** "[ADDRESS_1bbe53]": redaction may cut the same address otherwise in words and in a call. */
  private boolean isPlaceholder(int i) {
    return utterance.is(i - 1, '[') && utterance.is(i + 1, ']');
  }

  private boolean isAddress(int from, int verb) {
    int clause = Math.max(utterance.clauses().clauseStart(verb), from);
    return utterance.before(WordClass.ADDRESS, clause, verb) >= 0
        || utterance.after(WordClass.ADDRESS, verb, utterance.clauses().clauseEnd(verb)) >= 0;
  }

  /** The numbers of an address, which may stand on lines of its own behind the verb. */
  private void address(int from, List<String> numbers) {
    int end = Math.min(utterance.size(), from + ADDRESS);
    for (int i = from; i < end && numbers.size() < MOST_OBJECTS; i++) {
      Token token = utterance.tokens().get(i);
      boolean another = token.isAny(DeedGrammar.VERBS);
      if (another || token.is('.') || token.is('!') || token.is('?')) {
        return;
      }
      if (token.kind() == Token.Kind.NUMBER && token.end() - token.start() >= FEWEST_IN_ADDRESS) {
        numbers.add(utterance.words(i, i + 1));
      }
    }
  }

  /** "order 48213", "order number 48213". */
  private boolean isNumbered(int i, Token token) {
    return token.kind() == Token.Kind.NUMBER
        && token.end() - token.start() >= FEWEST_DIGITS
        && token.places() == 0
        && (utterance.is(i - 1, WordClass.CASE) || utterance.is(i - 1, WordClass.IDENTIFIER));
  }
}
