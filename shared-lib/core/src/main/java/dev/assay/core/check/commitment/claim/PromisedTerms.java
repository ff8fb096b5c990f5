package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.terms.PolicyGrammar;
import dev.assay.core.check.commitment.terms.QuantityGrammar;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Value.Terms;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.time.LocalDate;
import java.util.List;

/** The terms and counts that an utterance promises, and what other values are part of them. */
final class PromisedTerms {
  private final List<Mention> terms;
  private final List<Mention> counts;
  private int next;
  private int passed;

  PromisedTerms(Utterance utterance, List<Mention> mentions, LocalDate today) {
    this.terms =
        PolicyGrammar.mayRead(utterance)
            ? new PolicyGrammar(utterance, mentions, today).promises()
            : List.of();
    this.counts = new QuantityGrammar(utterance, mentions).read();
  }

  boolean isEmpty() {
    return terms.isEmpty() && counts.isEmpty();
  }

  /** Adds those that bind; the others still absorb what is part of them. */
  void addTo(List<Commitment> all, SpeechActs acts) {
    for (Mention mention : terms) {
      if (acts.binds(mention)) {
        boolean offer =
            mention.value() instanceof Terms promised
                && promised.said().code() == Statement.Code.BOGO;
        CommitmentType type = offer ? CommitmentType.DISCOUNT : CommitmentType.POLICY;
        all.add(new Commitment(type, mention.value(), mention.from(), mention.end()));
      }
    }
    for (Mention mention : counts) {
      if (!isInTerms(mention) && acts.binds(mention)) {
        all.add(
            new Commitment(
                CommitmentType.QUANTITY, mention.value(), mention.from(), mention.end()));
      }
    }
  }

  /** Asked in the order of the text. */
  private boolean isInTerms(Mention count) {
    while (passed < terms.size() && terms.get(passed).end() <= count.from()) {
      passed++;
    }
    return passed < terms.size() && terms.get(passed).from() < count.end();
  }

  /** True where a value is part of terms; asked in the order of the text. */
  boolean absorb(Mention mention) {
    while (next < terms.size() && terms.get(next).end() <= mention.from()) {
      next++;
    }
    return next < terms.size() && terms.get(next).from() < mention.end();
  }
}
