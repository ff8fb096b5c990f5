package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.grammar.Moment;
import dev.assay.core.check.commitment.grammar.Now;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.ledger.Ledger.Event;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Remark.Elapsed;
import dev.assay.core.check.commitment.value.Remark.Relation;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Holds "more than 24 hours ago" against the recorded time of what happened. False is only what no
 * time that fits the record can make true.
 */
final class ElapsedLadder {
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final int HOURS_A_DAY = 24;
  private static final int MINUTES_AN_HOUR = 60;
  private static final int FULLY_HOURS = 72;

  private final Ledger ledger;

  ElapsedLadder(Ledger ledger) {
    this.ledger = ledger;
  }

  Ruling judge(Commitment claim, Elapsed elapsed, Utterance utterance, Now now) {
    List<Event> events = ledger.events(elapsed.kind());
    if (events.isEmpty()) {
      return Ruling.notCheckable(claim.type());
    }
    List<Event> own = new Referents(ledger, utterance).of(claim, "", events, Event::entry);
    Event nearest = own.getLast();
    for (Event event : own) {
      Moment seen = now.seen(event.moment());
      if (!now.isComparable(seen)) {
        return Ruling.notCheckable(claim.type());
      }
      if (holds(elapsed, seen.from(), now) || holds(elapsed, seen.to(), now)) {
        return Ruling.derived(event.label() + ", and it is " + SHOWN.format(now.at()));
      }
    }
    String reason =
        "The agent said "
            + words(elapsed)
            + ", but "
            + nearest.entry().tool()
            + " ("
            + nearest.key()
            + ") says "
            + nearest.shown()
            + ", "
            + since(nearest.moment(), now)
            + " before "
            + SHOWN.format(now.at())
            + ".";
    return new Ruling(CommitmentVerdict.CONTRADICTED, nearest.label(), reason);
  }

  private static boolean holds(Elapsed elapsed, LocalDateTime happened, Now now) {
    Span span = elapsed.span();
    int slack = elapsed.relation() == Relation.SAME ? (span.hedged() ? 2 : 1) : 0;
    LocalDateTime early = back(now.at(), span, span.most() + slack);
    LocalDateTime late = back(now.at(), span, Math.max(0, span.most() - slack));
    boolean days = span.unit() != Span.Unit.HOUR && span.unit() != Span.Unit.MINUTE;
    LocalDateTime from = days ? early.toLocalDate().atStartOfDay() : early;
    LocalDateTime to = days ? late.toLocalDate().plusDays(1).atStartOfDay() : late;
    return switch (elapsed.relation()) {
      case LESS, AT_MOST -> !happened.isBefore(from);
      case MORE, AT_LEAST -> !happened.isAfter(to);
      case SAME -> !happened.isBefore(from) && !happened.isAfter(to);
    };
  }

  private static LocalDateTime back(LocalDateTime now, Span span, int count) {
    return switch (span.unit()) {
      case MINUTE -> now.minusMinutes(count);
      case HOUR -> now.minusHours(count);
      case DAY -> now.minusDays(count);
      case BUSINESS_DAY -> businessDaysBack(now, count);
      case WEEK -> now.minusWeeks(count);
      case MONTH -> now.minusMonths(count);
      case YEAR -> now.minusYears(count);
    };
  }

  /** Five of seven days, to the nearest: holidays are not known. */
  private static LocalDateTime businessDaysBack(LocalDateTime now, int count) {
    return now.minusDays(count + 2L * (count / 5));
  }

  private static String words(Elapsed elapsed) {
    Span span = elapsed.span();
    String unit = span.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String lead =
        switch (elapsed.relation()) {
          case LESS -> "less than ";
          case AT_MOST -> "at most ";
          case SAME -> "";
          case AT_LEAST -> "at least ";
          case MORE -> "more than ";
        };
    return lead + span.most() + " " + unit + (span.most() == 1 ? "" : "s") + " ago";
  }

  private static String since(Moment moment, Now now) {
    Duration passed = Duration.between(moment.from(), now.at());
    long hours = Math.max(0, passed.toHours());
    if (hours < 1) {
      return Math.max(0, passed.toMinutes() % MINUTES_AN_HOUR) + " minutes";
    }
    return hours < FULLY_HOURS ? hours + " hours" : hours / HOURS_A_DAY + " days";
  }
}
