package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.grammar.Reader;
import dev.assay.core.check.commitment.grammar.Zones;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.MemberName;
import dev.assay.core.check.commitment.ledger.Processes;
import dev.assay.core.check.commitment.text.Characters;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Tokenizer;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads JSON and prose into the index: linear in leaves and characters. */
public final class ResultReader {
  private static final int DEEPEST = 64;
  private static final int LONGEST_ATOM = 40;
  private static final int SHORTEST_SENTENCE = 12;

  private final EvidenceIndex index;
  private final Lexicon lexicon;
  private final OwnerNames names;
  private final Lexicon english = Lexicon.of("en");

  public ResultReader(EvidenceIndex index, Lexicon lexicon) {
    this.index = index;
    this.lexicon = lexicon;
    this.names = new OwnerNames(index.owners());
  }

  /**
   * Where what is read comes from.
   *
   * @param prose false for a call's arguments: sentences there are the agent's own
   * @param owner what encloses the values; null where nothing does
   */
  public record Origin(
      Fact.Source source,
      int message,
      String name,
      LocalDate today,
      boolean prose,
      @Nullable Owner owner) {
    public Origin(Fact.Source source, int message, String name, LocalDate today, boolean prose) {
      this(source, message, name, today, prose, null);
    }

    Origin in(Owner enclosing) {
      return new Origin(source, message, name, today, prose, enclosing);
    }
  }

  /** The place of what a call returns: its arguments say what that is about. */
  Origin about(Json arguments, Origin origin) {
    return names.root(origin, arguments);
  }

  public void json(Json json, Origin origin) {
    Origin inside = names.enter(json, MemberName.NONE, false, origin);
    walk(json, MemberName.NONE, null, false, inside, 0);
  }

  private void walk(
      Json json,
      MemberName key,
      @Nullable String currency,
      boolean money,
      Origin origin,
      int depth) {
    if (depth > DEEPEST) {
      return;
    }
    switch (json) {
      case Json.Obj object -> members(object, key, currency, origin, depth);
      case Json.Arr array -> {
        index.count(array.items().size());
        for (Json item : array.items()) {
          walk(item, key, currency, money, names.item(item, key, origin), depth + 1);
        }
        index.list(array, origin.name());
      }
      case Json.Num number -> number(number.value(), key, currency, money, origin);
      case Json.Text text -> text(text.value(), key, currency, money, origin);
      case Json.Bool bool -> {}
      case Json.Null none -> {}
    }
  }

  private void members(
      Json.Obj object, MemberName key, @Nullable String currency, Origin origin, int depth) {
    index.terms().members(object, origin, lexicon);
    String own = currency(object);
    String coin = own == null ? currency : own;
    boolean map = OwnerNames.isMap(object, key);
    object
        .members()
        .forEach((text, value) -> {
          MemberName name = MemberName.of(text);
          Origin inside = names.enter(value, name, map, origin);
          walk(value, name, coin, key.isMoney(), inside, depth + 1);
        });
  }

  private static @Nullable String currency(Json.Obj object) {
    return object.members().get("currency") instanceof Json.Text(String code) && code.length() == 3
        ? code
        : null;
  }

  private void number(
      BigDecimal value, MemberName key, @Nullable String currency, boolean money, Origin origin) {
    long amount = Decimals.of(value);
    if (amount == Token.NONE) {
      return;
    }
    Keys.Kind kind = key.kind();
    boolean fraction = !Decimals.isWhole(amount) && amount % Decimals.CENT == 0;
    boolean typed = kind == Keys.Kind.MONEY || (kind == Keys.Kind.OTHER && (money || fraction));
    if (typed) {
      amount(amount, key, currency, origin);
    }
    if (key.percentage()) {
      index.percent(amount, fact(origin, key.text(), null, () -> Decimals.plain(amount) + "%"));
    }
    if (!typed) {
      index.measure(amount);
    }
    if (!typed && Decimals.isWhole(amount)) {
      index.count(amount / Decimals.ONE);
      index.rates().count(key.text(), amount / Decimals.ONE);
      span(amount / Decimals.ONE, key, origin);
    }
  }

  /**
   * An amount in minor units counts for what it is in major ones. A currency in small letters is
   * how payment services write, whose whole amounts are cents; other services may mean it as it
   * stands.
   */
  private void amount(long amount, MemberName key, @Nullable String currency, Origin origin) {
    String code = currency == null ? null : currency.toUpperCase(Locale.ROOT);
    long cents = amount / 100;
    if (key.minor()) {
      index.money(cents, fact(origin, key.text(), code, () -> shown(code, cents)));
      return;
    }
    index.money(amount, fact(origin, key.text(), code, () -> shown(code, amount)));
    boolean small = currency != null && !currency.equals(code);
    if (small && Decimals.isWhole(amount) && key.maybeMinor()) {
      index.money(cents, fact(origin, key.text(), code, () -> shown(code, cents)));
    }
  }

  /** {@code eta_days: 5}. */
  private void span(long count, MemberName key, Origin origin) {
    int topics = key.topics();
    Value.Span span = topics == 0 ? null : Spans.ofKey(key.text(), count, english);
    if (span != null) {
      index.spans().add(span, topics, fact(origin, key.text(), null, span::normalised));
    }
  }

  private static String shown(@Nullable String currency, long amount) {
    return (currency == null ? "" : currency + " ") + Decimals.money(Math.abs(amount));
  }

  private static Fact fact(
      Origin origin, String key, @Nullable String currency, Supplier<String> value) {
    return new Fact(
        origin.source(),
        origin.message(),
        origin.name(),
        key,
        currency,
        false,
        Value.Bound.EXACT,
        value,
        origin.owner());
  }

  private void text(
      String text, MemberName key, @Nullable String currency, boolean money, Origin origin) {
    if (!hasDigit(text)) {
      if (origin.prose() && text.length() >= SHORTEST_SENTENCE && text.indexOf(' ') > 0) {
        index.terms().text(text, lexicon, origin);
      }
      return;
    }
    boolean atom = text.length() <= LONGEST_ATOM && !text.isEmpty() && !hasLetterWord(text);
    if (atom) {
      atom(text, key, currency, money, origin);
    } else if (origin.prose()) {
      prose(text, key.text(), origin);
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /** True where two letters follow each other, other than in "T" and zone names of a time stamp. */
  private static boolean hasLetterWord(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Characters.isLetter(text.charAt(i)) && Characters.isLetter(text.charAt(i + 1))) {
        return !(i > 0
            && Character.isDigit(text.charAt(0))
            && text.length() < 24
            && text.indexOf(':') > 0);
      }
    }
    return false;
  }

  /** "4.0", "2026-03-03T14:30", "19:30", "$42.10". */
  private void atom(
      String text, MemberName key, @Nullable String currency, boolean money, Origin origin) {
    Temporal stamp = Stamps.read(text);
    if (stamp != null) {
      stamp(stamp, key, origin);
      return;
    }
    Utterance utterance = new Utterance(text, lexicon);
    if (utterance.size() == 1 && utterance.tokens().getFirst().kind() == Token.Kind.NUMBER) {
      number(
          BigDecimal.valueOf(utterance.tokens().getFirst().value(), 4),
          key,
          currency,
          money,
          origin);
      return;
    }
    LocalDateTime shown = Zones.inZone(text, index.zone());
    if (shown != null) {
      index.instant(shown, fact(origin, key.text(), null, () -> shown + " " + index.zone()));
    }
    Processes processes = new Processes(utterance);
    for (Mention mention : Reader.read(utterance, origin.today())) {
      add(only24(mention, utterance), processes, key.text(), origin);
    }
  }

  private void stamp(Temporal at, MemberName key, Origin origin) {
    switch (at) {
      case LocalDate date -> index.date(date, fact(origin, key.text(), null, date::toString));
      case LocalTime time -> index.time(time, fact(origin, key.text(), null, () -> "T" + time));
      case LocalDateTime moment ->
          index.moment(moment, fact(origin, key.text(), null, moment::toString));
      default -> throw new IllegalStateException("No date or time: " + at);
    }
  }

  /** Programs write "11:00" for the morning: two digits and nothing else are of 24 hours. */
  private static Mention only24(Mention mention, Utterance utterance) {
    Token token = utterance.tokens().getFirst();
    boolean alone = utterance.size() == 1 && token.kind() == Token.Kind.CLOCK;
    boolean twoDigits = alone && utterance.text().indexOf(':') == token.start() + 2;
    if (twoDigits && mention.value() instanceof Value.When when) {
      LocalTime time = LocalTime.ofSecondOfDay(token.value() * 60);
      Value.When certain =
          new Value.When(when.dates(), List.of(time), when.yearStated(), when.weekday());
      return new Mention(certain, mention.from(), mention.end());
    }
    return mention;
  }

  void prose(String text, String key, Origin origin) {
    prose(Prose.read(text, lexicon, origin.today()), key, origin);
  }

  /** Every number of an error message, which seldom names a currency. */
  void numbers(String text, Origin origin) {
    for (Token token : Tokenizer.tokenize(text, lexicon)) {
      if (token.kind() == Token.Kind.NUMBER) {
        index.money(token.value(), fact(origin, "", null, () -> Decimals.money(token.value())));
      }
    }
  }

  public void prose(Prose prose, String key, Origin origin) {
    Utterance utterance = prose.utterance();
    List<Mention> mentions = prose.mentions();
    boolean owned = origin.source() != Fact.Source.USER;
    if (!owned) {
      new DayShifts(index).read(utterance, mentions, origin.message());
    }
    if (!mentions.isEmpty()) {
      Processes processes = new Processes(utterance);
      Owner[] owners =
          owned ? index.owners().add(prose, origin.owner(), origin.message()) : new Owner[0];
      for (int i = 0; i < mentions.size(); i++) {
        Origin own = owned ? origin.in(owners[prose.owners().partOf(i)]) : origin;
        add(mentions.get(i), processes, key, own);
        if (owned) {
          index.rates().read(utterance, mentions.get(i));
        }
      }
    }
    terms(prose, origin);
  }

  private void terms(Prose prose, Origin origin) {
    if (prose.utterance().size() > 1) {
      index.terms().prose(prose, origin);
    }
  }

  private void add(Mention mention, Processes processes, String key, Origin origin) {
    Supplier<String> shown = mention.value()::normalised;
    switch (mention.value()) {
      case Value.Money money -> {
        Fact fact =
            new Fact(
                origin.source(),
                origin.message(),
                origin.name(),
                key,
                money.currency(),
                money.loose(),
                money.bound(),
                shown,
                origin.owner());
        money.readings().forEach(reading -> index.money(reading, fact));
        index.money(money.upper(), fact);
      }
      case Value.Percent percent ->
          index.percent(
              percent.share(),
              new Fact(
                  origin.source(),
                  origin.message(),
                  origin.name(),
                  key,
                  null,
                  false,
                  percent.bound(),
                  shown,
                  origin.owner()));
      case Value.When when -> when(when, fact(origin, key, null, shown));
      case Value.Span span -> {
        int topics = processes.topics(mention) | MemberName.of(key).topics();
        index.spans().add(span, topics, fact(origin, key, null, shown));
      }
      case Value.Quantity quantity -> {}
      case Value.Terms terms -> {}
      case Value.Deed deed -> {}
      case Remark remark -> {}
    }
  }

  private void when(Value.When when, Fact fact) {
    for (LocalDate date : when.dates()) {
      for (LocalTime time : when.times()) {
        index.moment(LocalDateTime.of(date, time), fact);
      }
      if (when.times().isEmpty()) {
        index.date(date, fact);
      }
    }
    if (when.dates().isEmpty()) {
      when.times().forEach(time -> index.time(time, fact));
    }
  }
}
