package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.ledger.KeyMeaning;
import dev.assay.core.check.commitment.terms.ProseTerms;
import dev.assay.core.check.commitment.terms.QuantityGrammar;
import dev.assay.core.check.commitment.text.Cardinals;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.NumberPhrase;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.MentionMap;
import dev.assay.core.check.commitment.value.Value.Quantity;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts that the conversation shows, by what is counted. Fields and list lengths of results,
 * arguments of calls, allowances of policies, and what customers said of themselves.
 */
public final class QuantityBook {
  private static final int MOST = 300;

  /** The counts of one unit. */
  public static final class Unit {
    private final TreeMap<Long, Fact> recorded = new TreeMap<>();
    private final Map<Long, Integer> results = new HashMap<>();
    private final TreeMap<Long, Fact> said = new TreeMap<>();
    private final List<Allowance> allowances = new ArrayList<>();
    private final TreeMap<Long, Fact> caps = new TreeMap<>();
    private int lastResult = -1;

    /** Counts under keys of results and arguments, with one fact each. */
    public NavigableMap<Long, Fact> recorded() {
      return recorded;
    }

    /** Those of results alone, with the message that showed them last. */
    public Map<Long, Integer> results() {
      return results;
    }

    /** The most that results allow. */
    public NavigableMap<Long, Fact> caps() {
      return caps;
    }

    /** The message of the newest result; -1 where there is none. */
    public int lastResult() {
      return lastResult;
    }

    /** What the customer said with this unit, with the newest saying. */
    public NavigableMap<Long, Fact> said() {
      return said;
    }

    public List<Allowance> allowances() {
      return allowances;
    }
  }

  /**
   * A count that a text grants, with for whom.
   *
   * @param level of membership; null where the text names none
   * @param cabin null where the text names none
   */
  public record Allowance(
      Quantity quantity, @Nullable String level, @Nullable String cabin, Fact fact) {}

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<Long, Integer> userNumbers = new HashMap<>();

  public Unit of(String unit) {
    return units.computeIfAbsent(unit, u -> new Unit());
  }

  /** The message in which the customer last said the number, with whatever word; -1 for none. */
  public int userSaidAt(long number) {
    return userNumbers.getOrDefault(number, -1);
  }

  void member(String key, KeyMeaning meaning, Json value, Origin origin) {
    if (meaning.unit().isEmpty() || meaning.charge() || isOne(key)) {
      return;
    }
    switch (value) {
      case Json.Num(BigDecimal number) -> record(meaning, Decimals.of(number), key, origin);
      case Json.Text(String text) -> {
        if (isNumber(text)) {
          record(meaning, Long.parseLong(text) * Decimals.ONE, key, origin);
        }
      }
      case Json.Arr(List<Json> items) -> record(meaning, items.size() * Decimals.ONE, key, origin);
      case Json.Obj(Map<String, Json> members) ->
          members.forEach((name, member) -> {
            if (member instanceof Json.Num(BigDecimal number)) {
              record(meaning, Decimals.of(number), key + "." + name, origin);
            }
          });
      case Json.Bool flag -> {}
      case Json.Null none -> {}
    }
  }

  /** {@code "seat": 14}, {@code "room": 204}: which one, not how many; nor what is kept on file. */
  private static boolean isOne(String key) {
    return switch (key) {
      case "room", "seat", "ticket", "item", "point", "left", "room_number", "seat_number" -> true;
      default ->
          key.startsWith("saved")
              || key.endsWith("_id")
              || key.endsWith("Id")
              || key.endsWith("number");
    };
  }

  private static boolean isNumber(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private void record(KeyMeaning meaning, long count, String key, Origin origin) {
    if (count == Token.NONE) {
      return;
    }
    Unit unit = of(meaning.unit());
    if (unit.recorded.size() < MOST) {
      Fact fact = TermsBook.fact(origin, key, Decimals.plain(count));
      unit.recorded.putIfAbsent(count, fact);
      if (meaning.most()) {
        unit.caps.put(count, fact);
      }
      if (origin.source() == Fact.Source.RESULT) {
        unit.results.put(count, origin.message());
        unit.lastResult = origin.message();
      }
    }
  }

  /** What a policy, a document or the prose of a result grants. */
  void prose(List<ProseTerms.Count> counts, Origin origin) {
    for (ProseTerms.Count count : counts) {
      Quantity quantity = count.quantity();
      Unit unit = of(quantity.unit());
      Fact fact = TermsBook.fact(origin, "", quantity.normalised());
      if (unit.allowances.size() < MOST) {
        unit.allowances.add(
            new Allowance(quantity, count.scope().level(), count.scope().cabin(), fact));
      }
    }
  }

  /** What the customer says of party, seats and the like, and every small number besides. */
  void user(Utterance utterance, List<Mention> mentions, Origin origin) {
    for (Mention mention : new QuantityGrammar(utterance, mentions).read()) {
      if (mention.value() instanceof Quantity quantity) {
        Fact fact = TermsBook.fact(origin, "", quantity.normalised());
        of(quantity.unit()).said.put(quantity.count(), fact);
      }
    }
    MentionMap values = new MentionMap(utterance, mentions);
    Phrases phrases = new Phrases(utterance);
    for (int i = 0; i < utterance.size() && userNumbers.size() < MOST; i++) {
      Token token = utterance.tokens().get(i);
      boolean number = token.kind() == Token.Kind.NUMBER || token.isAny(Cardinals.STARTS);
      NumberPhrase phrase = number && values.at(i) == null ? phrases.number(i) : null;
      if (phrase != null && isCount(utterance, phrase)) {
        userNumbers.put(phrase.first(), origin.message());
      }
    }
  }

  /** A number that counts nothing else: no hours, no weight, no date. */
  private static boolean isCount(Utterance utterance, NumberPhrase phrase) {
    int end = phrase.end();
    boolean other =
        utterance.is(end, WordClass.SPAN)
            || utterance.is(end, WordClass.PERIOD)
            || utterance.is(end, WordClass.MEASURE)
            || utterance.is(end, WordClass.MONTH)
            || utterance.is(end, WordClass.PERCENT)
            || utterance.is(end, '/')
            || utterance.is(phrase.from() - 1, WordClass.MONTH);
    return !other && Decimals.isWhole(phrase.first()) && phrase.readings().size() == 1;
  }
}
