package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Spans.Term;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Processes;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Days;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * "By Monday": whoever promises the end of a process may name a later day than the evidence, not an
 * earlier one. A customer's own deadline ("due by the 15th") is none of these.
 */
final class Promised {
  private static final int FARTHEST_DAYS = 120;

  private final EvidenceIndex index;

  Promised(EvidenceIndex index) {
    this.index = index;
  }

  /**
   * What the evidence says of a day that something is to be done by; null where it says nothing.
   */
  @Nullable Ruling judge(Commitment claim, LocalDate day, Turn turn) {
    Utterance utterance = turn.utterance();
    int from = claim.from();
    boolean by = utterance.is(from - 1, WordClass.BY) || utterance.is(from - 2, WordClass.BY);
    boolean own = utterance.inClause(WordClass.DUE, from);
    return by && !own && isPromise(claim.type()) ? end(claim, day, turn) : null;
  }

  private static boolean isPromise(CommitmentType type) {
    return type == CommitmentType.DEADLINE
        || type == CommitmentType.DELIVERY
        || type == CommitmentType.CALLBACK;
  }

  private @Nullable Ruling end(Commitment claim, LocalDate day, Turn turn) {
    int topics =
        new Processes(turn.utterance())
            .topics(new Mention(claim.value(), claim.from(), claim.end()));
    for (Map.Entry<LocalDate, Fact> due :
        index.dates().provenBetween(turn.today(), turn.today().plusDays(FARTHEST_DAYS))) {
      int about = Processes.ofKey(due.getValue().key(), Lexicon.of("en"));
      if (about != 0 && Processes.agree(topics, about) && !due.getKey().isAfter(day)) {
        return Ruling.derived(due.getValue().label() + ", which is no later");
      }
    }
    Term late = null;
    for (Term term : index.spans().terms()) {
      LocalDate end = Days.after(turn.today(), term.span().most(), term.span().unit());
      if (Processes.agree(topics, term.topics())) {
        if (!end.isAfter(day)) {
          return Ruling.derived(term.fact().label() + " from " + turn.today());
        }
        late = term;
      }
    }
    return late == null ? null : Ruling.contradicted(late.fact(), "by " + day);
  }
}
