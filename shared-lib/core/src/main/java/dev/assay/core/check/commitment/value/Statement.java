package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.value.Value.Money;
import dev.assay.core.check.commitment.value.Value.Span;
import dev.assay.core.check.commitment.value.Value.Terms;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Terms that a text grants or denies: an agent's promise and a policy's clause are read alike.
 *
 * @param about the canonical English name of what the terms are about; empty where nobody said
 * @param granted false where the text denies it: a fee, "non-refundable"
 * @param sure false where the subject is only half understood: it neither grounds nor contradicts
 * @param from first token
 * @param end one past the last token
 */
public record Statement(
    Code code,
    String about,
    boolean granted,
    boolean sure,
    List<Condition> conditions,
    @Nullable Figure figure,
    int from,
    int end) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  public Statement(Code code, String about, List<Condition> conditions, int from, int end) {
    this(code, about, true, true, conditions, null, from, end);
  }

  /** The closed set of terms that are understood. */
  public enum Code {
    FREE,
    NO_FEE,
    FULL_REFUND,
    /** A share that is paid back; the figure says how much. */
    REFUND,
    REFUNDABLE,
    WARRANTY,
    PRICE_MATCH,
    CANCEL_ANYTIME,
    WAIVE_FEE,
    /** A special fare that may be claimed after the trip. */
    RETROACTIVE,
    /** Buy one, get one free. */
    BOGO,
    HOURS
  }

  /** What the terms are measured in. */
  public sealed interface Figure {
    /** In ten-thousandths of a percent point. */
    record Share(long share) implements Figure {}

    record Cost(Money money) implements Figure {}

    /**
     * How long something holds.
     *
     * @param count {@link #FOREVER} for a lifetime
     */
    record Length(int count, Span.Unit unit) implements Figure {
      public static final int FOREVER = Integer.MAX_VALUE;

      public String form() {
        return count == FOREVER ? "LIFETIME" : unit.form(count);
      }

      /** Comparable across units: a month is 30 days, a year 12 such months and 5 days. */
      public long minutes() {
        return count == FOREVER ? Long.MAX_VALUE : count * minutes(unit);
      }

      private static long minutes(Span.Unit unit) {
        return switch (unit) {
          case MINUTE -> 1;
          case HOUR -> 60;
          case DAY, BUSINESS_DAY -> 1_440;
          case WEEK -> 10_080;
          case MONTH -> 43_800;
          case YEAR -> 525_600;
        };
      }
    }

    /**
     * When a place is open.
     *
     * @param weekdays 1 is Monday; empty where no day was said
     * @param opens readings; empty where only the closing was said
     * @param closes readings; empty where only the opening was said, or closed all day
     * @param form what findings show
     */
    record Opening(
        Set<Integer> weekdays,
        List<LocalTime> opens,
        List<LocalTime> closes,
        boolean closed,
        String form)
        implements Figure {
      public Opening {
        weekdays = Set.copyOf(weekdays);
        opens = List.copyOf(opens);
        closes = List.copyOf(closes);
      }
    }
  }

  /**
   * What must hold for the terms to apply.
   *
   * @param number ten-thousandths of money, or minutes; 0 for a word
   * @param word a level, a cabin, a reason
   */
  public record Condition(Kind kind, long number, String word) {
    /** What is compared. */
    public enum Kind {
      /** The order comes to at least so much. */
      MIN_TOTAL,
      /** The order comes to less. */
      MAX_TOTAL,
      /** At most so long after the booking. */
      WITHIN,
      /** Longer than so after the booking. */
      AFTER,
      /** At least so long before the event. */
      AHEAD,
      LEVEL,
      CABIN,
      /** The word is yes or no. */
      INSURANCE,
      REASON,
      /** Something that no field can tell. */
      OTHER
    }

    public boolean is(Kind wanted) {
      return kind == wanted;
    }
  }

  public Statement denied() {
    return new Statement(code, about, false, sure, conditions, figure, from, end);
  }

  public Value terms() {
    return new Terms(code == Code.RETROACTIVE ? about : code.name(), detail(), this);
  }

  private String detail() {
    return switch (code) {
      case FREE, NO_FEE, CANCEL_ANYTIME, PRICE_MATCH, BOGO, REFUNDABLE -> about;
      case FULL_REFUND -> (about + conditionForm()).strip();
      case REFUND, WARRANTY, HOURS -> figureForm();
      case WAIVE_FEE -> figure == null ? about : figureForm();
      case RETROACTIVE -> ("retroactive " + figureForm()).strip();
    };
  }

  private String figureForm() {
    return switch (figure) {
      case null -> "";
      case Figure.Share(long share) -> Decimals.plain(share) + "%";
      case Figure.Cost(Money money) -> money.normalised();
      case Figure.Length length -> length.form();
      case Figure.Opening opening -> opening.form();
    };
  }

  private String conditionForm() {
    for (Condition condition : conditions) {
      switch (condition.kind()) {
        case WITHIN -> {
          return " if cancel <=" + hours(condition.number());
        }
        case AHEAD -> {
          return " if cancel >=" + hours(condition.number()) + " ahead";
        }
        case REASON -> {
          return " if " + condition.word() + " reason";
        }
        case MIN_TOTAL, MAX_TOTAL, AFTER, LEVEL, CABIN, INSURANCE, OTHER -> {}
      }
    }
    return "";
  }

  private static String hours(long minutes) {
    boolean days = minutes % 1_440 == 0 && minutes > 2 * 1_440;
    return days ? "P" + minutes / 1_440 + "D" : "PT" + minutes / 60 + "H";
  }
}
