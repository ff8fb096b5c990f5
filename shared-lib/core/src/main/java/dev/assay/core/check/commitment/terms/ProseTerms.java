package dev.assay.core.check.commitment.terms;

import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.RefundTier;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The terms and counts of a text, apart from where it stands.
 *
 * @param said in order, the fees last
 * @param totals of the order at hand: "Warenkorb: 45 €"
 * @param ahead minutes until an event: "Arrival is in 12 days."
 */
public record ProseTerms(
    List<Said> said,
    List<Money> totals,
    List<Long> ahead,
    List<RefundTier> tiers,
    List<Count> counts) {
  private static final int LONGEST_VALUE = 200;
  private static final int MOST_SHOWN = 40;
  private static final ProseTerms NONE =
      new ProseTerms(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Without any of these a text has no terms. */
  private static final WordClasses CUES =
      PolicyGrammar.STARTS
          .plus(QuantityGrammar.STARTS)
          .plus(WordClasses.of(WordClass.BASKET, WordClass.TRIP, WordClass.SPAN));

  public ProseTerms {
    said = List.copyOf(said);
    totals = List.copyOf(totals);
    ahead = List.copyOf(ahead);
    tiers = List.copyOf(tiers);
    counts = List.copyOf(counts);
  }

  /** A statement with its sentence, for people. */
  public record Said(Statement statement, String shown) {}

  /** A count that a text grants, with for whom. */
  public record Count(Quantity quantity, AllowanceReader.Scope scope) {}

  public static ProseTerms read(Utterance utterance, List<Mention> mentions, LocalDate today) {
    boolean fees = !mentions.isEmpty();
    if (!fees && !utterance.classes().meets(CUES)) {
      return NONE;
    }
    return new ProseTerms(
        said(utterance, mentions, today),
        totals(utterance, mentions),
        ahead(utterance),
        utterance.classes().has(WordClass.SPAN) ? new TierReader(utterance).read() : List.of(),
        counts(utterance, mentions));
  }

  private static List<Said> said(Utterance utterance, List<Mention> mentions, LocalDate today) {
    PolicyGrammar grammar = new PolicyGrammar(utterance, mentions, today);
    List<Said> said = new ArrayList<>();
    grammar.read().forEach(one -> said.add(new Said(one, shown(utterance, one))));
    grammar.fees(mentions).forEach(fee -> said.add(new Said(fee, shown(utterance, fee))));
    return said;
  }

  private static String shown(Utterance utterance, Statement statement) {
    int from = utterance.clauses().sentenceStart(statement.from());
    int to = Math.min(utterance.clauses().sentenceEnd(statement.from()), from + MOST_SHOWN);
    String sentence = utterance.words(from, Math.max(to, statement.end())).strip();
    return sentence.length() > LONGEST_VALUE ? sentence.substring(0, LONGEST_VALUE) : sentence;
  }

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

  private static List<Long> ahead(Utterance utterance) {
    if (!utterance.classes().has(WordClass.TRIP)) {
      return List.of();
    }
    List<Long> ahead = new ArrayList<>();
    for (int i = 0; i + 3 < utterance.size(); i++) {
      boolean told =
          utterance.is(i, WordClass.TRIP)
              && utterance.is(i + 1, WordClass.COPULA)
              && utterance.is(i + 2, WordClass.ON);
      Phrases.Stretch stretch = told ? new Phrases(utterance).stretch(i + 3) : null;
      if (stretch != null) {
        ahead.add(stretch.length().minutes());
      }
    }
    return ahead;
  }

  private static List<Count> counts(Utterance utterance, List<Mention> mentions) {
    List<Count> counts = new ArrayList<>();
    for (Mention mention : new AllowanceReader(utterance, mentions).read()) {
      if (mention.value() instanceof Quantity quantity) {
        counts.add(new Count(quantity, AllowanceReader.scope(utterance, mention)));
      }
    }
    return counts;
  }
}
