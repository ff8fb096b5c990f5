package dev.assay.core.check.commitment;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Conversations around {@link FuzzTexts}: the same seed gives the same conversation. */
final class FuzzTraces {
  private static final String[] TOOLS = {
    "cancel_order", "refund", "get_reservation_details", "calculate", "think", "book", "", "送"
  };
  private static final String[] KEYS = {
    "price",
    "total",
    "amount",
    "currency",
    "items",
    "id",
    "order_id",
    "date",
    "start_time",
    "eta_days",
    "rate",
    "discount",
    "status",
    "error",
    "success",
    "name",
    "seats",
    "balance",
    "fee",
    "",
    "payment2"
  };
  private static final BigDecimal[] NUMBERS = {
    new BigDecimal("1e400"),
    new BigDecimal("-1E-400"),
    new BigDecimal("1E+2147483647"),
    new BigDecimal("1E-2147483647"),
    new BigDecimal("9".repeat(400)),
    new BigDecimal("922337203685477.5807"),
    new BigDecimal("-922337203685477.5808"),
    new BigDecimal("0.00005"),
    new BigDecimal("99999999999.99995"),
    BigDecimal.ZERO,
    new BigDecimal("5"),
    new BigDecimal("12.50")
  };

  private final Random random;
  private final FuzzTexts texts;

  FuzzTraces(long seed) {
    this.random = new Random(seed);
    this.texts = new FuzzTexts(random);
  }

  /** A conversation of as many turns of the agent. */
  Trace trace(int turns) {
    Traces trace = Traces.aTrace().locale(texts.locale()).at(instant(), zone());
    if (random.nextBoolean()) {
      trace.policy(texts.text(40));
    }
    if (random.nextInt(4) == 0) {
      trace.document(texts.text(2), texts.text(30));
    }
    for (int i = 0; i < turns; i++) {
      before(trace);
      trace.step(agent());
    }
    return trace.build();
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextLong(-62_000_000_000L, 250_000_000_000L));
  }

  private ZoneId zone() {
    return ZoneId.of(texts.oneOf("UTC", "Asia/Kathmandu", "America/New_York", "+18:00", "-18:00"));
  }

  private void before(Traces trace) {
    switch (random.nextInt(5)) {
      case 0 -> trace.user(texts.text(12));
      case 1, 2 -> trace.called(texts.oneOf(TOOLS), json(3), json(4), random.nextInt(5) == 0);
      case 3 -> trace.step(result());
      default -> {}
    }
  }

  /** Text where JSON should be, JSON cut short, results nobody asked for. */
  private Step result() {
    String text = random.nextBoolean() ? texts.text(15) : cut(json(3).toString());
    Json json = random.nextBoolean() ? new Json.Text(text) : JsonTrees.parse("{\"total\": " + text);
    return new Step.ToolResult(
        unless(texts.oneOf("call_0", "x", "")),
        unless(texts.oneOf(TOOLS)),
        text,
        json,
        random.nextBoolean(),
        random.nextBoolean(),
        Timing.UNKNOWN);
  }

  private @Nullable String unless(String value) {
    return random.nextInt(3) == 0 ? null : value;
  }

  private String cut(String text) {
    return text.substring(0, random.nextInt(text.length() + 1));
  }

  private Step agent() {
    List<ToolCall> calls =
        random.nextInt(6) == 0
            ? List.of(new ToolCall(texts.oneOf("call_0", "y", ""), texts.oneOf(TOOLS), json(2)))
            : List.of();
    return new Step.AgentTurn(texts.text(30), calls, Timing.UNKNOWN, random.nextInt(9) == 0);
  }

  private Json json(int deepest) {
    return switch (random.nextInt(deepest > 0 ? 9 : 6)) {
      case 0, 1 -> new Json.Text(random.nextInt(3) == 0 ? texts.text(6) : texts.number());
      case 2 -> new Json.Num(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3 -> new Json.Num(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)));
      case 4 -> new Json.Bool(random.nextBoolean());
      case 5 -> random.nextInt(40) == 0 ? deep() : Json.Null.NULL;
      case 6 -> list(deepest);
      default -> object(deepest);
    };
  }

  private Json deep() {
    Json inner = new Json.Num(BigDecimal.TEN);
    for (int i = 0; i < 200; i++) {
      inner =
          random.nextBoolean()
              ? new Json.Arr(List.of(inner))
              : new Json.Obj(Map.of(texts.oneOf(KEYS), inner));
    }
    return inner;
  }

  private Json list(int deepest) {
    List<Json> items = new ArrayList<>();
    Json again = json(deepest - 1);
    for (int i = random.nextInt(6); i > 0; i--) {
      items.add(random.nextBoolean() ? again : json(deepest - 1));
    }
    return new Json.Arr(items);
  }

  private Json object(int deepest) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      String key = random.nextInt(10) == 0 ? texts.text(2) : texts.oneOf(KEYS);
      members.put(key, json(deepest - 1));
    }
    return new Json.Obj(members);
  }
}
