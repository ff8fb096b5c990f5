package dev.assay.core.check.commitment.ladder.terms;

import dev.assay.core.check.commitment.evidence.Fields;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Condition.Kind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether a policy's conditions hold, by what the claim says itself and by what results show. */
final class Conditions {
  private static final long DAY = 1_440;

  private final Fields fields;
  private final Statement claim;
  private final LocalDate today;

  Conditions(Fields fields, Statement claim, LocalDate today) {
    this.fields = fields;
    this.claim = claim;
    this.today = today;
  }

  /** An answer. */
  enum Holds {
    YES,
    NO,
    UNKNOWN;

    static Holds of(boolean holds) {
      return holds ? YES : NO;
    }

    Holds and(Holds other) {
      return this == NO || other == NO ? NO : this == UNKNOWN ? UNKNOWN : other;
    }
  }

  /** Whether all the conditions of a statement hold. */
  Holds of(Statement statement) {
    Holds all = Holds.YES;
    for (Condition condition : statement.conditions()) {
      all = all.and(one(condition));
    }
    return all;
  }

  /** True where an amount or a window decides against it, which no exception softens. */
  boolean isPlainlyBroken(Statement statement) {
    for (Condition condition : statement.conditions()) {
      boolean plain =
          condition.is(Kind.MIN_TOTAL)
              || condition.is(Kind.MAX_TOTAL)
              || ((condition.is(Kind.WITHIN) || condition.is(Kind.AHEAD))
                  && said(condition.kind()) != null);
      if (plain && one(condition) == Holds.NO) {
        return true;
      }
    }
    return false;
  }

  private Holds one(Condition condition) {
    return switch (condition.kind()) {
      case MIN_TOTAL -> total(condition, true);
      case MAX_TOTAL -> total(condition, false);
      case WITHIN -> within(condition);
      case AFTER -> elapsed(condition, true);
      case AHEAD -> ahead(condition);
      case LEVEL -> word(condition, fields.level());
      case CABIN -> word(condition, fields.cabin());
      case INSURANCE -> word(condition, fields.insurance());
      case REASON -> reason(condition);
      case OTHER -> Holds.UNKNOWN;
    };
  }

  private @Nullable Condition said(Kind kind) {
    for (Condition condition : claim.conditions()) {
      if (condition.is(kind)) {
        return condition;
      }
    }
    return null;
  }

  /** A claim that names its own threshold must not name a lower one. */
  private Holds total(Condition condition, boolean least) {
    Condition own = said(condition.kind());
    if (own != null) {
      return Holds.of(
          least ? own.number() >= condition.number() : own.number() <= condition.number());
    }
    Fields.Seen<Long> total = fields.total();
    if (total == null) {
      return Holds.UNKNOWN;
    }
    boolean reached = total.value() >= condition.number();
    return Holds.of(least == reached);
  }

  private Holds within(Condition condition) {
    Condition own = said(Kind.WITHIN);
    return own != null ? Holds.of(own.number() <= condition.number()) : elapsed(condition, false);
  }

  /** Days are all that is known of a booking, so the day of the limit itself decides nothing. */
  private Holds elapsed(Condition condition, boolean after) {
    Long booked = fields.booked();
    if (booked == null) {
      return Holds.UNKNOWN;
    }
    long most = (today.toEpochDay() - booked + 1) * DAY;
    long least = Math.max(0, most - 2 * DAY);
    if (least > condition.number()) {
      return Holds.of(after);
    }
    return most <= condition.number() ? Holds.of(!after) : Holds.UNKNOWN;
  }

  private Holds ahead(Condition condition) {
    Condition own = said(Kind.AHEAD);
    if (own != null) {
      return Holds.of(own.number() >= condition.number());
    }
    long minutes = fields.minutesAhead(today);
    return minutes < 0 ? Holds.UNKNOWN : Holds.of(minutes >= condition.number());
  }

  private Holds word(Condition condition, @Nullable String known) {
    Condition own = said(condition.kind());
    String value = own == null ? known : own.word();
    return value == null ? Holds.UNKNOWN : Holds.of(value.equals(condition.word()));
  }

  private Holds reason(Condition condition) {
    Condition own = said(Kind.REASON);
    return own == null ? Holds.UNKNOWN : Holds.of(condition.word().contains(own.word()));
  }
}
