package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.ledger.WhenKey;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Span;
import java.time.LocalDate;
import java.util.List;

/** Finds by how many days somebody wants to move from a recorded date: "the next day". */
public final class DayShifts {
  private static final int MOST_DAYS = 31;

  private final EvidenceIndex index;

  public DayShifts(EvidenceIndex index) {
    this.index = index;
  }

  public void read(Utterance utterance, List<Mention> mentions, int message) {
    for (Mention mention : mentions) {
      if (mention.value() instanceof Span span
          && span.unit() == Span.Unit.DAY
          && span.least() == span.most()
          && span.most() <= MOST_DAYS) {
        index.shift(span.most(), message);
      }
    }
    int end = utterance.classes().has(WordClass.SPAN) ? utterance.size() : 0;
    for (int i = 0; i < end; i++) {
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

  /** The day after a recorded one, where somebody spoke of "the next day" or of so many days. */
  public boolean reaches(LocalDate day) {
    for (int shift : index.shifts()) {
      for (Fact fact : index.timetable().at(day.minusDays(shift))) {
        if (fact.source() == Fact.Source.RESULT
            && !WhenKey.of(fact.key()).birth()
            && !WhenKey.of(fact.key()).logged()) {
          return true;
        }
      }
    }
    return false;
  }
}
