package dev.assay.cli.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a day of conversations from scripts: about four in five clean, the rest with one planted
 * fault each, every kind of fault in turn. The same seed, count and day give the same bytes. Not
 * for use by several threads.
 */
public final class DemoWriter {
  private static final double FAULTY_SHARE = 0.2;

  private final List<DemoScript> scripts;

  /**
   * A writer over the scripts of {@code events/demo/}.
   *
   * @throws IllegalArgumentException when there is no script
   */
  public DemoWriter(List<DemoScript> scripts) {
    if (scripts.isEmpty()) {
      throw new IllegalArgumentException("no demo scripts");
    }
    this.scripts = List.copyOf(scripts);
  }

  private record Plan(DemoScript script, @Nullable Variant variant) {}

  private record Written(Instant startedAt, List<String> bodies, Truth truth) {}

  /**
   * Writes a day.
   *
   * @param conversations how many, 1 or more
   * @param dayStart midnight of the day in UTC; conversations start within the 24 hours after it
   */
  public DemoDay write(long seed, int conversations, Instant dayStart) {
    var random = new Random(seed);
    var written = new ArrayList<Written>();
    List<Plan> plans = plans(conversations, random);
    for (int i = 0; i < plans.size(); i++) {
      boolean pieces = i % 40 == 7;
      written.add(conversation(plans.get(i), seed, i, dayStart, pieces));
    }
    written.sort(Comparator.comparing(Written::startedAt));
    var bodies = new ArrayList<String>();
    written.forEach(one -> bodies.addAll(one.bodies()));
    int twice = Math.min(2, bodies.size() / 100);
    for (int i = 0; i < twice; i++) {
      int from = (i + 1) * bodies.size() / 3;
      bodies.add(Math.min(bodies.size(), from + 5), bodies.get(from));
    }
    int pieced = (int) written.stream().filter(one -> one.bodies().size() > 1).count();
    return new DemoDay(bodies, written.stream().map(Written::truth).toList(), twice, pieced);
  }

  private List<Plan> plans(int conversations, Random random) {
    int faulty = (int) Math.round(conversations * FAULTY_SHARE);
    List<Plan> faults = faultsByTurns(random);
    List<DemoScript> order = shuffled(scripts, random);
    var plans = new ArrayList<Plan>();
    for (int i = 0; i < conversations; i++) {
      plans.add(
          i < faulty && !faults.isEmpty()
              ? faults.get(i % faults.size())
              : new Plan(order.get(i % order.size()), null));
    }
    Collections.shuffle(plans, random);
    return plans;
  }

  /** One variant of each kind, then a second of each, and so on until none is left. */
  private List<Plan> faultsByTurns(Random random) {
    var byKind = new LinkedHashMap<FaultKind, List<Plan>>();
    for (DemoScript script : shuffled(scripts, random)) {
      for (Variant variant : script.variants()) {
        byKind
            .computeIfAbsent(variant.fault(), kind -> new ArrayList<>())
            .add(new Plan(script, variant));
      }
    }
    var turns = new ArrayList<Plan>();
    int longest = byKind.values().stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < longest; round++) {
      for (List<Plan> plans : byKind.values()) {
        if (round < plans.size()) {
          turns.add(plans.get(round));
        }
      }
    }
    return turns;
  }

  private Written conversation(Plan plan, long seed, int index, Instant dayStart, boolean pieces) {
    DemoScript script = plan.script();
    Variant variant = plan.variant();
    String id = id(seed, index);
    var random = new Random(seed * 1_000_003L + index);
    Instant start = dayStart.plus(DayCurve.offset(random, script.newFlow()));
    Filled filled = filled(script, start, random);
    Conversation conversation =
        new Conversation(script.isVoice(), form(script, start, random), random);
    String system = script.system();
    if (system != null) {
      conversation.system(filled.text(system));
    }
    conversation.play(
        variant == null ? Played.clean(script) : Played.with(script, variant), filled);
    TraceJson.Envelope envelope = envelope(script, variant, id, start, filled, random);
    Truth truth = truth(script, variant, envelope, conversation, filled);
    return new Written(start, bodies(envelope, conversation, pieces), truth);
  }

  static Filled filled(DemoScript script, Instant start, Random random) {
    var today = start.atZone(ZoneId.of(script.timeZone())).toLocalDate();
    return new Filled(script, Slots.fill(script, today, random));
  }

  static Conversation.Form form(DemoScript script, Instant start, Random random) {
    return new Conversation.Form(
        start,
        !script.isVoice() && random.nextBoolean(),
        !script.isVoice() && random.nextInt(10) == 0,
        random.nextInt(10) < 7,
        script.llm());
  }

  @SuppressWarnings("unchecked")
  private static TraceJson.Envelope envelope(
      DemoScript script,
      @Nullable Variant variant,
      String id,
      Instant start,
      Filled filled,
      Random random) {
    // The newer version makes more of the mistakes, as after a release that went a little wrong.
    boolean newer = random.nextInt(100) < (variant == null ? 36 : 62);
    String version = newer ? script.versions().getLast() : script.versions().getFirst();
    boolean canary = newer && script.versions().size() > 1;
    return new TraceJson.Envelope(
        id,
        id,
        script,
        version,
        canary ? "canary" : "stable",
        random.nextInt(10) < 7 ? script.locale().toLanguageTag() : null,
        start,
        outcome(variant, random),
        (List<Object>) filled.value(script.context()),
        random.nextBoolean());
  }

  private static Map<String, Object> outcome(@Nullable Variant variant, Random random) {
    var outcome = new LinkedHashMap<String, Object>();
    outcome.put("resolved", true);
    outcome.put("escalated", false);
    if (random.nextInt(10) < 6) {
      outcome.put("csat", random.nextInt(8) == 0 ? 3 : 4 + random.nextInt(2));
    }
    if (variant != null) {
      outcome.putAll(variant.outcome());
    }
    return outcome;
  }

  private static Truth truth(
      DemoScript script,
      @Nullable Variant variant,
      TraceJson.Envelope envelope,
      Conversation conversation,
      Filled filled) {
    String wrong = variant == null ? null : variant.wrong();
    String right = variant == null ? null : variant.right();
    return new Truth(
        envelope.traceId(),
        script.id(),
        variant == null ? null : variant.fault(),
        conversation.planted(),
        wrong == null ? null : filled.said(wrong),
        right == null ? null : filled.said(right),
        script.locale().getLanguage(),
        script.channel(),
        script.flow(),
        script.agent(),
        envelope.version());
  }

  private static List<String> bodies(
      TraceJson.Envelope whole, Conversation conversation, boolean pieces) {
    int size = conversation.messages().size();
    int cut = pieces ? cut(conversation.messages()) : 0;
    if (cut == 0) {
      return List.of(TraceJson.write(whole, conversation, TraceJson.Part.whole(conversation)));
    }
    return List.of(
        TraceJson.write(piece(whole, 0), conversation, new TraceJson.Part(0, false, 0, cut)),
        TraceJson.write(piece(whole, 1), conversation, new TraceJson.Part(1, true, cut, size)));
  }

  /** The first turn of the customer in the second half; 0 where there is none. */
  private static int cut(List<Map<String, Object>> messages) {
    for (int i = messages.size() / 2; i < messages.size(); i++) {
      if ("user".equals(messages.get(i).get("role"))) {
        return i;
      }
    }
    return 0;
  }

  private static TraceJson.Envelope piece(TraceJson.Envelope whole, int number) {
    return new TraceJson.Envelope(
        whole.traceId() + "-" + number,
        whole.conversationId(),
        whole.script(),
        whole.version(),
        whole.agentVariant(),
        whole.locale(),
        whole.startedAt(),
        whole.outcome(),
        whole.context(),
        whole.withLlmCalls());
  }

  /** Sixteen hexadecimal digits that depend on seed and place alone. */
  static String id(long seed, int index) {
    byte[] name = ("assay-demo:" + seed + ":" + index).getBytes(StandardCharsets.UTF_8);
    byte[] bits =
        ByteBuffer.allocate(8)
            .putLong(UUID.nameUUIDFromBytes(name).getMostSignificantBits())
            .array();
    return "demo-" + HexFormat.of().formatHex(bits);
  }

  private static <T> List<T> shuffled(List<T> items, Random random) {
    var copy = new ArrayList<>(items);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** When in the day a conversation starts: two humps, late morning and late afternoon. */
  private static final class DayCurve {
    static Duration offset(Random random, boolean afternoonOnly) {
      boolean afternoon = afternoonOnly || random.nextInt(100) < 48;
      double hour = (afternoon ? 16.5 : 10.5) + random.nextGaussian() * (afternoon ? 1.6 : 1.4);
      double inDay = Math.clamp(hour, afternoonOnly ? 15.0 : 0.5, 23.0);
      return Duration.ofMillis((long) (inDay * 3_600_000) + random.nextInt(60_000));
    }
  }
}
