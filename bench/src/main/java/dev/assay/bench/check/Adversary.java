package dev.assay.bench.check;

import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * An input made to be slow, at any size.
 *
 * @param full how large it is at its largest, in characters or items
 */
record Adversary(String name, int full, IntFunction<Trace> input) {
  private static final int MEGABYTE = 1_000_000;

  /** No two policies are the same text. */
  private static final AtomicLong VERSION = new AtomicLong();

  private static final Step PRICE =
      result("quote", new Json.Obj(Map.of("price", new Json.Num(new BigDecimal("249.99")))));

  static List<Adversary> all() {
    List<Adversary> all = new ArrayList<>();
    said(all, "digits", "7");
    said(all, "one word", "a");
    said(all, "number words", "twenty ");
    said(all, "amounts", "$1 ");
    said(all, "different amounts and words", "It costs $12.50 for 3 days from May 4 at 5 pm. ");
    said(all, "quotes", "\"");
    said(all, "parentheses", "(");
    said(all, "dates", "2024-05-20 ");
    said(all, "promises", "I have cancelled it and ");
    said(all, "one clause of percents", "5% off ");
    all.add(
        new Adversary(
            "policy in one text",
            MEGABYTE,
            n -> {
              String rule = "The fee is $12.50 and refunds take 5 to 7 business days. ";
              String text =
                  "Version " + VERSION.incrementAndGet() + ". " + rule.repeat(n / rule.length());
              Step policy = new Step.SystemPrompt(text, Timing.UNKNOWN);
              return trace(List.of(policy, turn("Your fee is $12.50 and it takes 3 days.")));
            }));
    all.add(new Adversary("nested JSON", 10_000, n -> trace(nested(n), turn("It costs $3.50."))));
    all.add(new Adversary("tool results", 100_000, Adversary::results));
    all.add(new Adversary("turns with results", 20_000, Adversary::turns));
    all.add(new Adversary("commitments in a turn", 20_000, Adversary::commitments));
    all.add(new Adversary("items of a list", 50_000, Adversary::items));
    all.add(new Adversary("equal items of a list", 50_000, Adversary::equalItems));
    return all;
  }

  private static void said(List<Adversary> all, String name, String piece) {
    all.add(
        new Adversary(name, MEGABYTE, n -> trace(PRICE, turn(piece.repeat(n / piece.length())))));
  }

  private static Step nested(int depth) {
    Json json = new Json.Num(new BigDecimal("3.50"));
    for (int i = 0; i < depth; i++) {
      json = i % 2 == 0 ? new Json.Arr(List.of(json)) : new Json.Obj(Map.of("price", json));
    }
    return result("deep", json);
  }

  private static Trace results(int n) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      steps.add(result("quote", price(i)));
    }
    steps.add(turn("It costs $17.31 and that is $20.00 less than before, on 2024-05-20."));
    return trace(steps);
  }

  private static Trace turns(int n) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ToolCall call = new ToolCall("c" + i, "quote", new Json.Obj(Map.of()));
      steps.add(new Step.AgentTurn("Let me see.", List.of(call), Timing.UNKNOWN, false));
      steps.add(new Step.ToolResult("c" + i, "quote", "", price(i), false, true, Timing.UNKNOWN));
      steps.add(turn("It costs $" + cents(i) + ", I've cancelled the other one."));
    }
    return trace(steps);
  }

  private static Trace commitments(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append("It costs $").append(cents(i)).append(". ");
    }
    return trace(PRICE, turn(text.toString()));
  }

  private static Trace items(int n) {
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      items.add(price(i));
    }
    Step list = result("list", new Json.Arr(items));
    return trace(list, turn("They cost $1,017.31 together, $3.33 each, $400 for all."));
  }

  private static Trace equalItems(int n) {
    Json one = price(7);
    List<Json> items = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      items.add(one);
    }
    Step list = result("list", new Json.Arr(items));
    return trace(list, turn("They cost $1,017.31 together, $3.33 each, $400 for all."));
  }

  private static Json price(int i) {
    return new Json.Obj(
        Map.of(
            "price", new Json.Num(new BigDecimal(cents(i))), "name", new Json.Text("Item " + i)));
  }

  private static String cents(int i) {
    return BigDecimal.valueOf(1_000L + i * 37L, 2).toPlainString();
  }

  private static Step turn(String text) {
    return new Step.AgentTurn(text, List.of(), Timing.UNKNOWN, false);
  }

  private static Step result(String tool, Json json) {
    return new Step.ToolResult(null, tool, "", json, false, true, Timing.UNKNOWN);
  }

  private static Trace trace(Step... steps) {
    return trace(List.of(steps));
  }

  private static Trace trace(List<Step> steps) {
    return new Trace(
        new TraceId("adversary"),
        "adversary",
        "default",
        new Agent("bench", null, null, null, null),
        "test",
        "chat",
        null,
        "en",
        ZoneOffset.UTC,
        Instant.parse("2024-05-15T12:00:00Z"),
        null,
        steps,
        List.of(),
        List.of(),
        Usage.UNKNOWN,
        Outcome.UNKNOWN,
        List.of(),
        null);
  }
}
