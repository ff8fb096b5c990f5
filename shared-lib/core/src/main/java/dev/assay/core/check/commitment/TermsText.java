package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Money;
import dev.assay.core.check.commitment.Value.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What one text says of terms and counts. Prompts and documents are shared by many conversations,
 * so what was read of a long text is remembered as long as its tokens are.
 *
 * @param totals of the order at hand
 * @param minutesAhead until the event; -1 where nobody says
 */
record TermsText(
    List<Told> statements,
    List<RefundTier> tiers,
    List<Count> counts,
    List<Money> totals,
    long minutesAhead) {
  private static final int LONG = 100;
  private static final int LONGEST_VALUE = 200;
  private static final Map<Utterance, TermsText> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  TermsText {
    statements = List.copyOf(statements);
    tiers = List.copyOf(tiers);
    counts = List.copyOf(counts);
    totals = List.copyOf(totals);
  }

  /**
   * A statement with its sentence.
   *
   * @param shown for people to read
   */
  record Told(Statement said, String shown) {}

  /** A count with for whom it is. */
  record Count(Quantity quantity, AllowanceReader.Scope scope) {}

  static TermsText of(Utterance utterance, List<Mention> mentions, LocalDate today) {
    if (utterance.size() < LONG) {
      return read(utterance, mentions, today);
    }
    TermsText known = KNOWN.get(utterance);
    if (known == null) {
      known = read(utterance, mentions, today);
      KNOWN.put(utterance, known);
    }
    return known;
  }

  private static TermsText read(Utterance utterance, List<Mention> mentions, LocalDate today) {
    PolicyGrammar grammar = new PolicyGrammar(utterance, mentions, today);
    List<Told> told = new ArrayList<>();
    grammar.read().forEach(one -> told.add(new Told(one, shown(utterance, one))));
    grammar.fees(mentions).forEach(one -> told.add(new Told(one, shown(utterance, one))));
    List<Count> counts = new ArrayList<>();
    for (Mention mention : new AllowanceReader(utterance, mentions).read()) {
      if (mention.value() instanceof Quantity quantity) {
        counts.add(new Count(quantity, AllowanceReader.scope(utterance, mention)));
      }
    }
    return new TermsText(
        told,
        new TierReader(utterance).read(),
        counts,
        totals(utterance, mentions),
        minutesAhead(utterance));
  }

  private static String shown(Utterance utterance, Statement statement) {
    int from = utterance.clauses().sentenceStart(statement.from());
    int to = Math.min(utterance.clauses().sentenceEnd(statement.from()), from + 40);
    String sentence = utterance.words(from, Math.max(to, statement.end())).strip();
    return sentence.length() > LONGEST_VALUE ? sentence.substring(0, LONGEST_VALUE) : sentence;
  }

  /** "Warenkorb: 45 €": the total of the order at hand, told in prose. */
  private static List<Money> totals(Utterance utterance, List<Mention> mentions) {
    List<Money> totals = new ArrayList<>();
    for (Mention mention : mentions) {
      boolean told =
          utterance.is(mention.from() - 1, ':')
              && utterance.is(mention.from() - 2, WordClass.BASKET);
      if (told && mention.value() instanceof Money money) {
        totals.add(money);
      }
    }
    return totals;
  }

  /** "Arrival is in 12 days." */
  private static long minutesAhead(Utterance utterance) {
    for (int i = 0; i + 3 < utterance.size(); i++) {
      boolean told =
          utterance.is(i, WordClass.TRIP)
              && utterance.is(i + 1, WordClass.COPULA)
              && (utterance.is(i + 2, WordClass.ON) || utterance.is(i + 2, WordClass.IN));
      Phrases.Stretch stretch = told ? new Phrases(utterance).stretch(i + 3) : null;
      if (stretch != null) {
        return stretch.length().minutes();
      }
    }
    return -1;
  }
}
