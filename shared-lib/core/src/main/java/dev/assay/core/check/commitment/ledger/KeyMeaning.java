package dev.assay.core.check.commitment.ledger;

import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a JSON member says of terms and counts. Names are cut into words ("maxBags",
 * "return_label_cost"), which are looked up in the lexicons of English and of the trace: tools are
 * named in either.
 *
 * @param topic canonical; empty where the name holds none
 * @param unit what is counted; empty where the name holds none
 * @param refundable 1 for a name such as {@code is_refundable}, -1 for {@code non_refundable}
 * @param length the unit of a number of months or days; null where the name holds none
 */
public record KeyMeaning(
    String topic,
    String unit,
    boolean charge,
    boolean free,
    boolean most,
    boolean total,
    boolean charged,
    boolean level,
    boolean cabin,
    boolean insurance,
    boolean warranty,
    boolean hours,
    boolean booked,
    boolean event,
    int refundable,
    Value.Span.@Nullable Unit length) {

  private static final Map<Lexicon, KeyMemo<KeyMeaning>> KNOWN = new ConcurrentHashMap<>();

  /** What a name says; read once for each lexicon. */
  public static KeyMeaning of(String key, Lexicon lexicon) {
    return KNOWN.computeIfAbsent(lexicon, KeyMeaning::memo).of(key);
  }

  private static KeyMemo<KeyMeaning> memo(Lexicon lexicon) {
    return new KeyMemo<>(key -> read(key, lexicon));
  }

  /** True where nothing that matters to terms or counts is named. */
  public boolean isDull() {
    return topic.isEmpty()
        && unit.isEmpty()
        && !(total || charged || level || cabin || insurance || warranty || hours || booked
            || event)
        && refundable == 0;
  }

  private static KeyMeaning read(String key, Lexicon local) {
    List<String> parts = parts(key);
    Lexicon english = Lexicon.of("en");
    String topic = "";
    String unit = "";
    Value.Span.Unit length = null;
    for (String part : parts) {
      for (Lexicon lexicon : List.of(english, local)) {
        Word word = lexicon.find(part, 0, part.length());
        if (word != null) {
          topic = topic(topic, word);
          String counted = word.code(WordClass.COUNTED);
          unit = unit.isEmpty() && counted != null ? counted : unit;
          length = length == null ? length(word) : length;
        }
      }
      unit = unit.isEmpty() ? unit(part) : unit;
    }
    boolean paid = parts.contains("nonfree") || (parts.contains("non") && parts.contains("free"));
    unit = paid && !unit.isEmpty() ? "paid " + unit : unit;
    boolean stock = parts.contains("available") || parts.contains("remaining");
    unit = stock && !unit.isEmpty() && !unit.equals("left") ? "available " + unit : unit;
    Parts words = new Parts(parts, english, local);
    boolean refundable = words.has(WordClass.REFUNDABLE);
    return new KeyMeaning(
        topic,
        unit,
        words.has(WordClass.CHARGE) || parts.contains("price"),
        words.has(WordClass.FREE) || words.has(WordClass.GRATIS),
        parts.contains("max") || parts.contains("maximum") || parts.contains("limit"),
        words.has(WordClass.TOTAL) && unit.isEmpty(),
        parts.contains("charged"),
        (words.has(WordClass.MEMBER) && !parts.equals(List.of("status"))) || parts.contains("tier"),
        parts.contains("cabin") || parts.equals(List.of("class")) || parts.contains("seating"),
        words.has(WordClass.INSURANCE),
        words.has(WordClass.WARRANTY),
        words.has(WordClass.OPENING_HOURS) || parts.contains("opening"),
        parts.contains("created") || parts.contains("booked") || parts.contains("purchased"),
        isEvent(parts),
        refundable ? parts.contains("non") || parts.contains("not") ? -1 : 1 : 0,
        length);
  }

  private static boolean isEvent(List<String> parts) {
    return parts.contains("checkin")
        || parts.equals(List.of("check", "in"))
        || parts.contains("departure")
        || parts.contains("arrival");
  }

  private static String topic(String known, Word word) {
    String topic = word.code(WordClass.TOPIC);
    boolean thing = topic != null && topic.equals("return-label");
    return topic != null && (known.isEmpty() || thing) ? topic.replace('-', ' ') : known;
  }

  private static Value.Span.@Nullable Unit length(Word word) {
    String code = word.code(WordClass.SPAN);
    Value.Span.Unit unit = code == null ? null : Value.Span.Unit.valueOf(code);
    return unit == Value.Span.Unit.MINUTE || unit == Value.Span.Unit.HOUR ? null : unit;
  }

  /** Names that tools use and customers do not. */
  private static String unit(String part) {
    return switch (part) {
      case "party", "group", "pax", "covers", "headcount", "riders" -> "people";
      case "stock", "inventory" -> "left";
      default -> "";
    };
  }

  private static List<String> parts(String key) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= key.length(); i++) {
      boolean splits =
          i == key.length()
              || !Character.isLetter(key.charAt(i))
              || (Character.isUpperCase(key.charAt(i)) && Character.isLowerCase(key.charAt(i - 1)));
      if (splits) {
        add(key, start, i, parts);
        start = i;
      }
    }
    return parts;
  }

  private static void add(String key, int from, int to, List<String> parts) {
    StringBuilder part = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (Character.isLetter(key.charAt(i))) {
        part.append(Character.toLowerCase(key.charAt(i)));
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
  }

  /** The words of a name under two lexicons. */
  private record Parts(List<String> parts, Lexicon english, Lexicon local) {
    boolean has(WordClass wanted) {
      for (String part : parts) {
        Word one = english.find(part, 0, part.length());
        Word other = local.find(part, 0, part.length());
        if ((one != null && one.is(wanted)) || (other != null && other.is(wanted))) {
          return true;
        }
      }
      return false;
    }
  }
}
