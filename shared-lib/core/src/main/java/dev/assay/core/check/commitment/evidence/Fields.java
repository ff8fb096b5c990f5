package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.ledger.KeyMeaning;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Tokenizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tool results say of the case at hand: the facts that a policy's conditions ask for. A field
 * that was seen with several values says nothing. One per trace; not for several threads.
 */
public final class Fields {
  /** A value with the fact that shows it. */
  public record Seen<T>(T value, Fact fact) {}

  private final Set<String> levels = new HashSet<>();
  private final Set<String> cabins = new HashSet<>();
  private final Set<String> insurances = new HashSet<>();
  private final Set<Long> bookedDays = new HashSet<>();
  private final Set<Long> totals = new HashSet<>();
  private @Nullable Seen<Long> total;
  private @Nullable Seen<Long> charged;
  private final Set<Long> events = new HashSet<>();
  private long ahead = -1;

  void text(KeyMeaning meaning, String text, Origin origin) {
    String value = text.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    if (meaning.level()) {
      levels.add(value);
    }
    if (meaning.cabin()) {
      cabins.add(value);
    }
    if (meaning.insurance()) {
      insurances.add(value);
    }
    if (meaning.booked()) {
      day(text, bookedDays);
    }
    if (meaning.event()) {
      day(text, events);
    }
  }

  private static void day(String text, Set<Long> days) {
    for (Token token : Tokenizer.tokenize(text, Lexicon.of("en"))) {
      if (token.kind() == Token.Kind.DATE) {
        days.add(token.value());
        return;
      }
    }
  }

  /** A text says how long it is until the event. */
  void ahead(long minutes) {
    ahead = minutes;
  }

  /** Minutes from a day until the event; -1 where nobody knows. */
  public long minutesAhead(LocalDate today) {
    Long event = only(events);
    return ahead >= 0 || event == null ? ahead : (event - today.toEpochDay()) * 1_440;
  }

  void flag(KeyMeaning meaning, boolean value) {
    if (meaning.insurance()) {
      insurances.add(value ? "yes" : "no");
    }
  }

  void amount(KeyMeaning meaning, long amount, Fact fact) {
    if (meaning.charged()) {
      charged = new Seen<>(amount, fact);
    } else if (meaning.total()) {
      total(amount, fact);
    }
  }

  void total(long amount, Fact fact) {
    totals.add(amount);
    total = new Seen<>(amount, fact);
  }

  /** The level of membership, as far as it is the only one seen. */
  public @Nullable String level() {
    return only(levels);
  }

  public @Nullable String cabin() {
    return only(cabins);
  }

  /** "yes" or "no". */
  public @Nullable String insurance() {
    String said = only(insurances);
    return said == null
        ? null
        : switch (said) {
          case "yes", "true", "included" -> "yes";
          case "no", "false", "none" -> "no";
          default -> null;
        };
  }

  /** The epoch day of the booking. */
  public @Nullable Long booked() {
    return only(bookedDays);
  }

  /** The total of the order, as far as it is the only one seen. */
  public @Nullable Seen<Long> total() {
    return totals.size() == 1 ? total : null;
  }

  /** What the last change charged. */
  public @Nullable Seen<Long> charged() {
    return charged;
  }

  private static <T> @Nullable T only(Set<T> values) {
    return values.size() == 1 ? values.iterator().next() : null;
  }
}
