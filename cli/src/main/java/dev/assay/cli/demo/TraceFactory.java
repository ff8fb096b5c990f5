package dev.assay.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Long clean traces of a wanted size for measuring: several scripts of one locale and channel
 * played one after another, as a customer with several matters. The same seed and index give the
 * same bytes; any two indices differ. Stateless after construction, for any thread.
 */
public final class TraceFactory {
  private static final int ENVELOPE_BYTES = 700;

  private final List<List<DemoScript>> groups;
  private final long seed;
  private final Instant dayStart;

  /**
   * A factory over the demo's scripts.
   *
   * @throws IllegalArgumentException when no locale and channel have at least three scripts
   */
  public TraceFactory(List<DemoScript> scripts, long seed, Instant dayStart) {
    var byKind = new LinkedHashMap<String, List<DemoScript>>();
    for (DemoScript script : scripts) {
      String kind = script.locale().toLanguageTag() + " " + script.channel();
      byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(script);
    }
    this.groups = byKind.values().stream().filter(group -> group.size() >= 3).toList();
    this.seed = seed;
    this.dayStart = dayStart;
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("expected three scripts of one locale and channel");
    }
  }

  /**
   * One trace as JSON.
   *
   * @param index 0 or more
   * @param bytes the wanted size in UTF-8 bytes, 2 000 or more; met within a tenth
   */
  public String trace(int index, int bytes) {
    var random = new Random(seed * 7_919L + index);
    List<DemoScript> group = groups.get(index % groups.size());
    int first = random.nextInt(group.size());
    DemoScript script = group.get(first);
    Instant start = dayStart.plusMillis(random.nextInt(86_000_000));
    var conversation =
        new Conversation(script.isVoice(), DemoWriter.form(script, start, random), random);
    var context = new ArrayList<Object>();
    for (int i = first; conversation.bytes() < bytes - ENVELOPE_BYTES; i++) {
      DemoScript next = group.get(i % group.size());
      Filled filled = DemoWriter.filled(next, start, random);
      if (i < first + group.size() && filled.value(next.context()) instanceof List<?> documents) {
        context.addAll(documents);
      }
      playUntil(next, filled, conversation, bytes - ENVELOPE_BYTES);
    }
    String id = DemoWriter.id(seed, index).replace("demo-", "bench-");
    String version = script.versions().get(random.nextInt(script.versions().size()));
    return TraceJson.write(
        new TraceJson.Envelope(
            id,
            id,
            script,
            version,
            "stable",
            random.nextInt(10) < 7 ? script.locale().toLanguageTag() : null,
            start,
            Map.of("resolved", true, "escalated", false),
            context,
            false),
        conversation,
        TraceJson.Part.whole(conversation));
  }

  private static void playUntil(
      DemoScript script, Filled filled, Conversation conversation, int bytes) {
    for (Played played : Played.clean(script)) {
      if (conversation.bytes() < bytes) {
        conversation.play(List.of(played), filled);
      }
    }
  }
}
