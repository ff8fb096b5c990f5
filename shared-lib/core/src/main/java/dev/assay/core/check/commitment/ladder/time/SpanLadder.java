package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Spans;
import dev.assay.core.check.commitment.evidence.Spans.Term;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Processes;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.value.Days;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds a promised duration against the evidence. A weaker promise is entailed by a stronger: who
 * has seven days may promise ten, not five.
 */
public final class SpanLadder {
  /** A date this far ahead is no answer to "when will it arrive". */
  private static final int FARTHEST_DAYS = 120;

  private final EvidenceIndex index;

  public SpanLadder(EvidenceIndex index) {
    this.index = index;
  }

  public Ruling judge(Commitment claim, Span span, Turn turn) {
    int topics =
        new Processes(turn.utterance()).topics(new Mention(span, claim.from(), claim.end()));
    List<Term> fitting = new ArrayList<>();
    for (Term term : index.spans().terms()) {
      if (Processes.agree(topics, term.topics())) {
        fitting.add(term);
      }
    }
    for (Term term : fitting) {
      if (Spans.entails(term.span(), span)) {
        return entailed(term, span);
      }
    }
    Ruling dated = fitting.isEmpty() ? dated(span, topics, turn.today()) : null;
    return dated != null ? dated : refuted(claim, span, topics, fitting);
  }

  private static Ruling entailed(Term term, Span span) {
    boolean same = term.span().most() == span.most() && term.span().unit() == span.unit();
    return same
        ? Ruling.grounded(term.fact())
        : Ruling.derived(term.fact().label() + ", which is no longer");
  }

  /** "It will arrive within 3 days" beside a recorded date of arrival. */
  private @Nullable Ruling dated(Span span, int topics, LocalDate today) {
    Map.Entry<LocalDate, Fact> due = null;
    for (Map.Entry<LocalDate, Fact> entry :
        index.dates().provenBetween(today, today.plusDays(FARTHEST_DAYS))) {
      int about = Processes.ofKey(entry.getValue().key(), Lexicon.of("en"));
      if (about != 0 && (Processes.same(topics, about) || about == Processes.ANY)) {
        due = entry;
      }
    }
    if (due == null) {
      return null;
    }
    LocalDate promised = Days.after(today, span.most(), span.unit());
    return promised.isBefore(due.getKey())
        ? Ruling.contradicted(due.getValue(), span.normalised())
        : Ruling.derived(due.getValue().label());
  }

  private Ruling refuted(Commitment claim, Span span, int topics, List<Term> fitting) {
    List<Term> all = index.spans().terms();
    if (all.isEmpty()) {
      return Ruling.notCheckable(claim.type());
    }
    for (Term term : fitting) {
      if (Processes.same(topics, term.topics()) || all.size() == 1) {
        return Ruling.contradicted(term.fact(), span.normalised());
      }
    }
    for (Term term : all) {
      if (fitting.isEmpty() && term.span().equals(span)) {
        return Ruling.weak(term.fact().label(), "The same length is recorded of something else.");
      }
    }
    Fact nearest = fitting.isEmpty() ? all.getLast().fact() : fitting.getLast().fact();
    return Ruling.unsupported(nearest, span.normalised());
  }
}
