package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the merchant's processes take, as policies, documents and results tell it. */
public final class Spans {
  /** A trace with more durations than this tells no single one. */
  private static final int MOST = 256;

  private static final int MOST_COUNT = 1000;
  private static final long HOUR = 60;
  private static final long DAY = 24 * HOUR;

  private final List<Term> terms = new ArrayList<>();

  /**
   * A recorded duration.
   *
   * @param topics of {@link Processes}
   */
  public record Term(Span span, int topics, Fact fact) {}

  void add(Span span, int topics, Fact fact) {
    boolean proves = fact.source().proves();
    if (topics != 0 && proves && terms.size() < MOST) {
      terms.add(new Term(span, topics, fact));
    }
  }

  public List<Term> terms() {
    return terms;
  }

  /** {@code sla_business_days: 5} as a duration; null where the key names no unit. */
  static @Nullable Span ofKey(String key, long count, Lexicon lexicon) {
    Span.Unit unit = null;
    boolean business = false;
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      if (i == key.length() || Keys.splits(key, i)) {
        int from = Character.isLetter(key.charAt(start)) ? start : start + 1;
        Word word = from < i ? lexicon.find(key, from, i) : null;
        String code = word == null ? null : word.code(WordClass.SPAN);
        unit = code == null ? unit : Span.Unit.valueOf(code);
        business |= word != null && word.is(WordClass.BUSINESS);
        start = i;
      }
    }
    if (unit == null || count <= 0 || count > MOST_COUNT) {
      return null;
    }
    Span.Unit told = business && unit == Span.Unit.DAY ? Span.Unit.BUSINESS_DAY : unit;
    return new Span((int) count, (int) count, told, Bound.AT_MOST, false);
  }

  /** True where whoever relies on {@code known} may promise {@code claim}. */
  public static boolean entails(Span known, Span claim) {
    if (claim.bound() == Bound.AT_LEAST) {
      return minutes(claim.least(), claim.unit(), known.unit())
          <= minutes(known.least(), known.unit(), claim.unit());
    }
    if (known.bound() == Bound.AT_LEAST) {
      return false;
    }
    boolean inTime = covers(claim, known) || (claim.hedged() && isAbout(claim, known));
    boolean ranges = claim.least() < claim.most() && known.least() < known.most();
    return inTime
        && (!ranges
            || minutes(claim.least(), claim.unit(), known.unit())
                >= minutes(known.least(), known.unit(), claim.unit()));
  }

  private static boolean covers(Span claim, Span known) {
    return minutes(claim.most(), claim.unit(), known.unit())
        >= minutes(known.most(), known.unit(), claim.unit());
  }

  /** "About a week" of something that takes 5 to 7 days. */
  private static boolean isAbout(Span claim, Span known) {
    return minutes(claim.most(), claim.unit(), known.unit())
        >= minutes(known.least(), known.unit(), claim.unit());
  }

  /** In minutes of the calendar; two counts of business days are compared as they are. */
  private static long minutes(int count, Span.Unit unit, Span.Unit other) {
    boolean asDays = unit == Span.Unit.BUSINESS_DAY && other != Span.Unit.BUSINESS_DAY;
    return asDays ? calendarDays(count) * DAY : count * length(unit);
  }

  /** Five business days are a week: the fewest calendar days they usually take. */
  private static long calendarDays(int businessDays) {
    return (businessDays * 7L + 4) / 5;
  }

  private static long length(Span.Unit unit) {
    return switch (unit) {
      case MINUTE -> 1;
      case HOUR -> HOUR;
      case DAY, BUSINESS_DAY -> DAY;
      case WEEK -> 7 * DAY;
      case MONTH -> 30 * DAY;
      case YEAR -> 365 * DAY;
    };
  }
}
