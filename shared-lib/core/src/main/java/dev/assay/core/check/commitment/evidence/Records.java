package dev.assay.core.check.commitment.evidence;

import dev.assay.core.check.commitment.evidence.ResultReader.Origin;
import dev.assay.core.check.commitment.ledger.Calls;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Lexicon;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Tokenizer;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a call and its result into evidence. Results outrank arguments; what failed proves nothing;
 * an agent's own notes and sums of made-up numbers prove nothing either.
 */
public final class Records {
  private final EvidenceIndex index;
  private final ResultReader results;
  private final Ledger ledger;

  public Records(EvidenceIndex index, ResultReader results, Ledger ledger) {
    this.index = index;
    this.results = results;
    this.ledger = ledger;
  }

  public void add(Step.ToolResult result, Calls.@Nullable Call call, int message, LocalDate today) {
    String name = result.name() != null ? result.name() : call != null ? call.name() : "tool";
    if (!result.seenByAgent()) {
      read(result, call, new Origin(Fact.Source.UNSEEN, message, name, today, true));
      ledger.touched(message);
    } else if (Calls.isFailure(result)) {
      read(result, call, new Origin(Fact.Source.ERROR, message, name, today, true));
    } else if (!isOwnThought(name) && (call == null || !isUnfoundedSum(call))) {
      Origin root = read(result, call, new Origin(Fact.Source.RESULT, message, name, today, true));
      ledger.add(result.json(), call == null ? Json.Null.NULL : call.arguments(), name, message);
      if (call != null) {
        Origin asked = new Origin(Fact.Source.ARGUMENT, message, name, today, false);
        Owner owner = root.owner();
        arguments(call, result.json(), owner == null ? asked : asked.in(owner));
      }
    }
  }

  /** Gives the place of the whole result. */
  private Origin read(Step.ToolResult result, Calls.@Nullable Call call, Origin place) {
    Origin origin = results.about(call == null ? Json.Null.NULL : call.arguments(), place);
    if (result.json() instanceof Json.Text(String text)) {
      results.prose(text, "", origin);
      if (origin.source() == Fact.Source.ERROR || isCalculator(origin.name())) {
        results.numbers(text, origin);
      }
    } else {
      results.json(result.json(), origin);
    }
    return origin;
  }

  private static boolean isOwnThought(String tool) {
    return tool.equals("think") || tool.equals("note") || tool.equals("scratchpad");
  }

  private static boolean isCalculator(String tool) {
    return tool.startsWith("calc");
  }

  /** A calculator proves its sum only when it was given recorded amounts. */
  private boolean isUnfoundedSum(Calls.Call call) {
    if (!isCalculator(call.name())) {
      return false;
    }
    boolean[] unfounded = {false};
    if (call.arguments() instanceof Json.Obj(Map<String, Json> members)) {
      members
          .values()
          .forEach(value ->
              unfounded[0] |= value instanceof Json.Text(String text) && isUnfounded(text));
    }
    return unfounded[0];
  }

  /**
   * Every large or broken number must be recorded; where nothing is multiplied, every number, since
   * then none is a count.
   */
  private boolean isUnfounded(String expression) {
    List<Token> tokens = Tokenizer.tokenize(expression, Lexicon.of("en"));
    boolean counts =
        tokens.stream().anyMatch(token -> token.is('*') || token.is('/') || token.is('('));
    boolean product = counts || expression.indexOf('*') >= 0;
    long least = product ? 100 * Decimals.ONE : Decimals.ONE;
    for (Token token : tokens) {
      boolean amount =
          token.kind() == Token.Kind.NUMBER && (token.value() > least || token.places() > 0);
      if (amount && index.money().best(token.value(), fact -> fact.source().proves()).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Arguments count where the result does not say otherwise under the same key. */
  private void arguments(Calls.Call call, Json result, Origin origin) {
    if (!(call.arguments() instanceof Json.Obj(Map<String, Json> members))) {
      return;
    }
    Map<String, Json> replaced = new HashMap<>(0);
    if (result instanceof Json.Obj(Map<String, Json> answers)) {
      members.forEach((key, value) -> {
        Json said = answers.get(key);
        if (said != null && isAtom(said) && !said.equals(value)) {
          replaced.put(key, value);
        }
      });
    }
    if (replaced.isEmpty()) {
      results.json(call.arguments(), origin);
      return;
    }
    Map<String, Json> kept = new LinkedHashMap<>(members);
    replaced.forEach((key, value) -> {
      kept.remove(key);
      if (value instanceof Json.Text(String text)) {
        time(text, origin.message());
      }
    });
    results.json(new Json.Obj(kept), origin);
  }

  private static boolean isAtom(Json json) {
    return json instanceof Json.Text || json instanceof Json.Num;
  }

  private void time(String text, int message) {
    for (Token token : Tokenizer.tokenize(text, Lexicon.of("en"))) {
      switch (token.kind()) {
        case CLOCK -> index.override(LocalTime.ofSecondOfDay(token.value() * 60), message);
        case DATE -> index.override(LocalDate.ofEpochDay(token.value()), message);
        case WORD, NUMBER, ORDINAL, SYMBOL, ID, BREAK -> {}
      }
    }
  }
}
