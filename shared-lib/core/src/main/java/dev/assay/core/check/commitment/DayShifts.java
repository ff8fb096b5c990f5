package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Span;
import java.util.List;

/** Finds by how many days somebody wants to move from a recorded date: "the next day". */
final class DayShifts {
  private static final int MOST_DAYS = 31;

  private final EvidenceIndex index;

  DayShifts(EvidenceIndex index) {
    this.index = index;
  }

  void read(Utterance utterance, List<Mention> mentions, int message) {
    for (Mention mention : mentions) {
      if (mention.value() instanceof Span span
          && span.unit() == Span.Unit.DAY
          && span.least() == span.most()
          && span.most() <= MOST_DAYS) {
        index.shift(span.most(), message);
      }
    }
    for (int i = 0; i < utterance.size(); i++) {
      Token token = utterance.tokens().get(i);
      boolean neighbour =
          token.is(WordClass.SPAN)
              && "DAY".equals(token.code(WordClass.SPAN))
              && (utterance.is(i - 1, WordClass.NEXT)
                  || utterance.is(i - 1, WordClass.AFTER)
                  || utterance.is(i + 1, WordClass.AFTER));
      if (neighbour) {
        index.shift(1, message);
      }
    }
  }
}
