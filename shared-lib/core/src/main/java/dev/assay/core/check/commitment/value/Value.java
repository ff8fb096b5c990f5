package dev.assay.core.check.commitment.value;

import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mention says, with every reading it can have. */
public sealed interface Value
    permits Value.Money,
        Value.Percent,
        Value.When,
        Value.Span,
        Value.Quantity,
        Value.Terms,
        Value.Deed,
        Remark {
  /** The normal form that findings show. */
  String normalised();

  /** How far an amount binds. */
  enum Bound {
    EXACT(""),
    AT_LEAST(">="),
    AT_MOST("<=");

    final String sign;

    Bound(String sign) {
      this.sign = sign;
    }
  }

  /**
   * An amount of money.
   *
   * @param readings ten-thousandths
   * @param currency ISO code; null where nobody said; {@code loose} when only "$" was said
   * @param upper the end of a range, or {@link Token#NONE}
   * @param period night, month, …; null for a plain amount
   */
  record Money(
      List<Long> readings,
      @Nullable String currency,
      boolean loose,
      Bound bound,
      boolean hedged,
      long upper,
      @Nullable String period)
      implements Value {
    public Money {
      readings = List.copyOf(readings);
    }

    @Override
    public String normalised() {
      StringBuilder form = new StringBuilder(hedged ? "~" : "");
      if (currency != null) {
        form.append(currency).append(' ');
      }
      form.append(bound.sign);
      for (int i = 0; i < readings.size(); i++) {
        form.append(i == 0 ? "" : "|").append(Decimals.money(readings.get(i)));
      }
      if (upper != Token.NONE) {
        form.append("..").append(Decimals.money(upper));
      }
      return period == null ? form.toString() : form.append('/').append(period).toString();
    }

    public Money with(Bound newBound, boolean newHedged) {
      return new Money(readings, currency, loose, newBound, newHedged, upper, period);
    }
  }

  /** A percentage; {@code share} in ten-thousandths of a percent point. */
  record Percent(long share, Bound bound, boolean hedged) implements Value {
    @Override
    public String normalised() {
      return (hedged ? "~" : "") + bound.sign + Decimals.plain(share) + "%";
    }
  }

  /**
   * A date, a time of day, or both.
   *
   * @param dates empty for a bare time
   * @param times empty for a bare date
   * @param yearStated false where the year was filled in
   * @param weekday the weekday that was said beside the day, 1 is Monday; 0 where none was
   */
  record When(List<LocalDate> dates, List<LocalTime> times, boolean yearStated, int weekday)
      implements Value {
    public When {
      dates = List.copyOf(dates);
      times = List.copyOf(times);
    }

    @Override
    public String normalised() {
      List<String> forms = new ArrayList<>();
      if (dates.isEmpty()) {
        times.forEach(time -> forms.add("T" + time));
      } else if (times.isEmpty()) {
        dates.forEach(date -> forms.add(date.toString()));
      } else {
        times.forEach(time -> dates.forEach(date -> forms.add(date + "T" + time)));
      }
      return String.join("|", forms);
    }
  }

  /**
   * A length of time: {@code P5BD..P7BD}, {@code <=PT24H}.
   *
   * @param least equal to {@code most} unless a range was said
   */
  record Span(int least, int most, Unit unit, Bound bound, boolean hedged) implements Value {
    /** What is counted; business days are their own. */
    public enum Unit {
      MINUTE("PT", "M"),
      HOUR("PT", "H"),
      DAY("P", "D"),
      BUSINESS_DAY("P", "BD"),
      WEEK("P", "W"),
      MONTH("P", "M"),
      YEAR("P", "Y");

      private final String lead;
      private final String letter;

      Unit(String lead, String letter) {
        this.lead = lead;
        this.letter = letter;
      }

      String form(int count) {
        return lead + count + letter;
      }
    }

    @Override
    public String normalised() {
      String form = least == most ? unit.form(most) : unit.form(least) + ".." + unit.form(most);
      return (hedged ? "~" : "") + bound.sign + form;
    }
  }

  /**
   * A count of something: {@code 3 bags FREE}, {@code <=10 instalments}.
   *
   * @param count ten-thousandths
   * @param unit in the plural, the field's word
   */
  record Quantity(long count, Bound bound, String unit, boolean free) implements Value {
    @Override
    public String normalised() {
      return bound.sign + Decimals.plain(count) + " " + unit + (free ? " FREE" : "");
    }
  }

  /**
   * Terms promised: {@code FREE shipping}, {@code FULL_REFUND if cancel <=PT24H}.
   *
   * @param code FREE, FULL_REFUND, NO_FEE, WARRANTY, …
   * @param detail what the code is about; empty where nothing was said
   * @param said the terms as they were understood
   */
  record Terms(String code, String detail, Statement said) implements Value {
    @Override
    public String normalised() {
      return detail.isEmpty() ? code : code + " " + detail;
    }
  }

  /**
   * Something that was done, or is promised to be.
   *
   * @param family CANCELLED, REFUNDED, BOOKED, …
   * @param object the first thing named: an order, a flight, an address, a class
   * @param also further things named beside it
   */
  record Deed(
      String family,
      @Nullable Money amount,
      @Nullable String object,
      List<String> also,
      Claim claim)
      implements Value {
    public Deed {
      also = List.copyOf(also);
    }

    /** How a deed is put, which says how much evidence it needs. */
    public enum Claim {
      /** "I've cancelled it". */
      ACTIVE,
      /** "It has been cancelled", "is now cancelled". */
      PASSIVE,
      /** "You are being transferred": the call may still come. */
      UNDERWAY,
      /** "It is cancelled": done by whomever, if a record shows it. */
      STATE,
      /** "I see it has already been cancelled": tells what a record shows, and claims nothing. */
      REPORT,
      /** "I'll cancel it". */
      PROMISED,
      /** "I'll cancel it right now". */
      PROMISED_NOW
    }

    /** True for "I'll email you": not yet done. */
    public boolean promised() {
      return claim == Claim.PROMISED || claim == Claim.PROMISED_NOW;
    }

    /** True when only the rest of the conversation tells whether it was true. */
    public boolean isOpen() {
      return promised() || claim == Claim.UNDERWAY;
    }

    @Override
    public String normalised() {
      return (promised() ? "PROMISE " : "")
          + family
          + (amount == null ? "" : " " + amount.normalised())
          + (object == null ? "" : " " + object);
    }
  }
}
