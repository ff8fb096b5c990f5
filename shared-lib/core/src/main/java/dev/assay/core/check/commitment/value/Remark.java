package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.text.Decimals;
import java.util.List;

/**
 * What is said about recorded facts without quoting them: how long ago, how much more, in what
 * state.
 */
public sealed interface Remark extends Value {

  /** How one thing stands to another. */
  enum Relation {
    LESS("<"),
    AT_MOST("<="),
    SAME("="),
    AT_LEAST(">="),
    MORE(">");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /** What holds where this does not. */
    public Relation denied() {
      return switch (this) {
        case LESS -> AT_LEAST;
        case AT_MOST -> MORE;
        case SAME -> SAME;
        case AT_LEAST -> LESS;
        case MORE -> AT_MOST;
      };
    }

    /**
     * Whether two things stand so.
     *
     * @param sign of left minus right
     */
    public boolean holds(int sign) {
      return switch (this) {
        case LESS -> sign < 0;
        case AT_MOST -> sign <= 0;
        case SAME -> sign == 0;
        case AT_LEAST -> sign >= 0;
        case MORE -> sign > 0;
      };
    }
  }

  /**
   * How long ago something happened: {@code <PT24H ago}.
   *
   * @param kind created, delivered, …
   * @param relation SAME for "two days ago"
   */
  record Elapsed(String kind, Relation relation, Span span) implements Remark {
    @Override
    public String normalised() {
      String sign = relation == Relation.SAME ? "" : relation.sign();
      return (span.hedged() ? "~" : "") + sign + span.unit().form(span.most()) + " ago";
    }
  }

  /**
   * One amount held against another, or all of several: {@code USD 171.00 <= USD 100.00}.
   *
   * @param left what is compared; several for "all of these are cheaper than"
   */
  record Comparison(List<Long> left, Relation relation, long right, boolean money)
      implements Remark {
    public Comparison {
      left = List.copyOf(left);
    }

    @Override
    public String normalised() {
      long first = left.getFirst();
      for (long value : left) {
        first = relation.holds(Long.compare(value, right)) ? first : value;
      }
      return shown(first) + " " + relation.sign() + " " + shown(right);
    }

    public String shown(long value) {
      return money ? Decimals.money(value) : Decimals.plain(value);
    }
  }

  /**
   * That something is at an end of a scale: {@code CHEAPEST 295.00}.
   *
   * @param code the scale: CHEAPEST, DEAREST
   * @param named the amounts that are given for it, in ten-thousandths
   * @param from the tokens that say which things are meant
   * @param end one past the last
   */
  record Superlative(String code, List<Long> named, int from, int end) implements Remark {
    private static final int MOST_SHOWN = 4;

    public Superlative {
      named = List.copyOf(named);
    }

    @Override
    public String normalised() {
      StringBuilder form = new StringBuilder(code);
      for (int i = 0; i < Math.min(named.size(), MOST_SHOWN); i++) {
        form.append(i == 0 ? ' ' : '|').append(Decimals.money(named.get(i)));
      }
      return form.toString();
    }
  }

  /**
   * The state that something is in: {@code STATUS gold}.
   *
   * @param sets the closed sets it can be of
   * @param noun what is in the state, as it was said
   * @param changed said to be so since the agent acted
   */
  record State(String state, List<String> sets, String noun, boolean changed) implements Remark {
    public State {
      sets = List.copyOf(sets);
    }

    @Override
    public String normalised() {
      return "STATUS " + state;
    }
  }
}
