package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.grammar.Phrases;
import dev.assay.core.check.commitment.ledger.KeyMeaning;
import dev.assay.core.check.commitment.terms.HoursGrammar;
import dev.assay.core.check.commitment.terms.ProseTerms;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.Word;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.RefundTier;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Figure;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.trace.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The terms and counts that the conversation shows: clauses of policies and documents, prose of
 * results, and fields of results. They are read when a claim first asks, so a trace in which no
 * terms are promised pays nothing. One per trace; not for several threads.
 */
public final class TermsBook {
  /** More statements of one code than this would not be compared one by one. */
  private static final int MOST = 200;

  /** A statement with where it stands. */
  public record Entry(Statement said, Fact fact) {}

  private final List<Runnable> waiting = new ArrayList<>();
  private final Map<Code, List<Entry>> entries = new EnumMap<>(Code.class);
  private final Fields fields = new Fields();
  private final QuantityBook quantities = new QuantityBook();
  private final List<RefundTier> tiers = new ArrayList<>();

  public List<Entry> of(Code code) {
    read();
    return entries.getOrDefault(code, List.of());
  }

  public Fields fields() {
    read();
    return fields;
  }

  public QuantityBook quantities() {
    read();
    return quantities;
  }

  public List<RefundTier> tiers() {
    read();
    return tiers;
  }

  private void read() {
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  /** A text; customers' words tell counts only. */
  void prose(Prose prose, Origin origin) {
    switch (origin.source()) {
      case POLICY, CONTEXT, RESULT -> waiting.add(() -> record(prose.terms(), origin));
      case USER -> waiting.add(() -> quantities.user(prose.utterance(), prose.mentions(), origin));
      case ARGUMENT, UNSEEN, ERROR -> {}
    }
  }

  /** A text of a result that is known to hold no value. */
  void text(String text, Lexicon lexicon, Origin origin) {
    switch (origin.source()) {
      case POLICY, CONTEXT, RESULT -> waiting.add(() -> words(text, lexicon, origin));
      case USER, ARGUMENT, UNSEEN, ERROR -> {}
    }
  }

  private void words(String text, Lexicon lexicon, Origin origin) {
    Prose prose = Prose.withoutValues(text, lexicon, origin.today());
    if (prose.utterance().size() > 1) {
      record(prose.terms(), origin);
    }
  }

  private void record(ProseTerms terms, Origin origin) {
    for (ProseTerms.Said said : terms.said()) {
      add(said.statement(), fact(origin, "", said.shown()));
    }
    for (Value.Money total : terms.totals()) {
      fields.total(total.readings().getFirst(), fact(origin, "", total.normalised()));
    }
    terms.ahead().forEach(fields::ahead);
    tiers.addAll(terms.tiers());
    quantities.prose(terms.counts(), origin);
  }

  private void add(Statement statement, Fact fact) {
    List<Entry> known = entries.computeIfAbsent(family(statement.code()), c -> new ArrayList<>());
    if (known.size() < MOST) {
      known.add(new Entry(statement, fact));
    }
  }

  /** That something is free and that no fee is taken are the same terms. */
  public static Code family(Code code) {
    return code == Code.NO_FEE ? Code.FREE : code;
  }

  /** The members of an object in a result, a document or the arguments of a call. */
  void members(Json.Obj object, Origin origin, Lexicon lexicon) {
    switch (origin.source()) {
      case RESULT, CONTEXT, ARGUMENT ->
          waiting.add(
              () -> object.members().forEach((key, value) -> member(key, value, origin, lexicon)));
      case POLICY, USER, UNSEEN, ERROR -> {}
    }
  }

  private void member(String key, Json value, Origin origin, Lexicon lexicon) {
    KeyMeaning meaning = KeyMeaning.of(key, lexicon);
    if (meaning.isDull()) {
      return;
    }
    quantities.member(key, meaning, value, origin);
    if (origin.source() == Fact.Source.ARGUMENT) {
      return;
    }
    switch (value) {
      case Json.Num(BigDecimal number) -> number(key, meaning, Decimals.of(number), origin);
      case Json.Bool(boolean flag) -> flag(key, meaning, flag, origin);
      case Json.Text(String text) -> text(key, meaning, text, origin, lexicon);
      case Json.Obj(Map<String, Json> members) -> {
        if (meaning.hours()) {
          members.forEach((day, hours) -> hours(day, hours, origin, lexicon));
        }
      }
      case Json.Arr array -> {}
      case Json.Null none -> {}
    }
  }

  private void number(String key, KeyMeaning meaning, long amount, Origin origin) {
    if (amount == Token.NONE) {
      return;
    }
    Fact fact = fact(origin, key, Decimals.plain(amount));
    fields.amount(meaning, amount, fact);
    boolean fee = !meaning.topic().isEmpty() && (meaning.charge() || isTopicItself(key, meaning));
    if (fee && meaning.unit().isEmpty() && meaning.length() == null) {
      add(statement(Code.FREE, meaning.topic(), amount == 0, null), fact);
    }
    if (meaning.warranty() && meaning.length() != null && Decimals.isWhole(amount)) {
      int count = (int) Math.min(amount / Decimals.ONE, 1_000);
      add(statement(Code.WARRANTY, "", true, new Figure.Length(count, meaning.length())), fact);
    }
  }

  /** {@code "shipping": 4.99} is a charge; {@code "returns": 3} is not. */
  private static boolean isTopicItself(String key, KeyMeaning meaning) {
    return key.equalsIgnoreCase(meaning.topic()) && meaning.topic().equals("shipping");
  }

  private void flag(String key, KeyMeaning meaning, boolean value, Origin origin) {
    fields.flag(meaning, value);
    Fact fact = fact(origin, key, Boolean.toString(value));
    if (meaning.refundable() != 0) {
      boolean granted = value == (meaning.refundable() > 0);
      add(statement(Code.REFUNDABLE, "", granted, null), fact);
    }
    if (!meaning.topic().isEmpty() && (meaning.free() || isOffered(meaning.topic()))) {
      add(statement(Code.FREE, meaning.topic(), value, null), fact);
    }
  }

  /** What a place has is told as free by those who have it; what it lacks cannot be free. */
  private static boolean isOffered(String topic) {
    return topic.equals("wifi") || topic.equals("parking") || topic.equals("breakfast");
  }

  private void text(String key, KeyMeaning meaning, String text, Origin origin, Lexicon lexicon) {
    fields.text(meaning, text, origin);
    if (meaning.hours()) {
      hours("", new Json.Text(text), origin, lexicon);
    }
    Boolean flag = yes(text);
    if (flag != null && !meaning.insurance()) {
      flag(key, meaning, flag, origin);
    }
    if (!meaning.topic().isEmpty() && flag == null && text.length() < 20) {
      Word word = lexicon.find(text, 0, text.length());
      boolean free = word != null && (word.is(WordClass.FREE) || word.is(WordClass.GRATIS));
      if (free) {
        add(statement(Code.FREE, meaning.topic(), true, null), fact(origin, key, text));
      }
    }
    if (meaning.warranty()) {
      warranty(key, text, origin, lexicon);
    }
  }

  private void warranty(String key, String text, Origin origin, Lexicon lexicon) {
    Utterance utterance = new Utterance(text, lexicon);
    Phrases.Stretch stretch = new Phrases(utterance).stretchIn(0, utterance.size());
    if (stretch != null) {
      add(statement(Code.WARRANTY, "", true, stretch.length()), fact(origin, key, text));
    }
  }

  private static @Nullable Boolean yes(String text) {
    if (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true")) {
      return Boolean.TRUE;
    }
    boolean no = text.equalsIgnoreCase("no") || text.equalsIgnoreCase("false");
    return no ? Boolean.FALSE : null;
  }

  /** "monday": "9-17", "sun": {"open": "09:00", "close": "18:00"}, or a whole table. */
  private void hours(String day, Json hours, Origin origin, Lexicon lexicon) {
    String text =
        switch (hours) {
          case Json.Text(String value) -> value;
          case Json.Obj(Map<String, Json> members) -> interval(members);
          case Json.Null none -> "closed";
          case Json.Arr array -> "";
          case Json.Num number -> "";
          case Json.Bool flag -> "";
        };
    for (Lexicon words : List.of(lexicon, Lexicon.of("en"))) {
      List<Statement> found =
          new HoursGrammar(new Utterance(day + " " + text, words), origin.today()).table();
      found.forEach(one -> add(one, fact(origin, day, (day + " " + text).strip())));
      if (!found.isEmpty()) {
        return;
      }
    }
  }

  private static String interval(Map<String, Json> members) {
    String open = "";
    String close = "";
    for (Map.Entry<String, Json> member : members.entrySet()) {
      if (member.getValue() instanceof Json.Text(String value)) {
        boolean opens = member.getKey().contains("open") || member.getKey().contains("from");
        open = opens ? value : open;
        boolean closes = member.getKey().contains("close") || member.getKey().contains("to");
        close = closes && !opens ? value : close;
      }
    }
    return open.isEmpty() || close.isEmpty() ? "" : open + " - " + close;
  }

  private static Statement statement(
      Code code, String about, boolean granted, @Nullable Figure figure) {
    return new Statement(code, about, granted, true, List.<Condition>of(), figure, 0, 0);
  }

  static Fact fact(Origin origin, String key, String value) {
    return new Fact(
        origin.source(),
        origin.message(),
        origin.name(),
        key,
        null,
        false,
        Value.Bound.EXACT,
        () -> value,
        origin.owner());
  }
}
