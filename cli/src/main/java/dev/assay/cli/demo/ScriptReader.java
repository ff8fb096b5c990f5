package dev.assay.cli.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads a script's YAML and refuses what the writer could not play. */
final class ScriptReader {
  private static final Set<String> FIELDS =
      Set.of(
          "agent",
          "versions",
          "model",
          "channel",
          "flow",
          "new_flow",
          "plain_speech",
          "locale",
          "time_zone",
          "currency",
          "slots",
          "context",
          "system",
          "talk",
          "variants");
  private static final Set<String> EDITS =
      Set.of(
          "fault",
          "at",
          "wrong",
          "right",
          "say",
          "drop",
          "fail",
          "stumble",
          "repeat",
          "delay",
          "overlap",
          "cut_after",
          "then",
          "outcome");

  private final String id;

  ScriptReader(String id) {
    this.id = id;
  }

  DemoScript read(String yaml) {
    Object loaded = new Load(LoadSettings.builder().setLabel(id).build()).loadFromString(yaml);
    Map<String, Object> top = map("file", loaded);
    known("file", top, FIELDS);
    List<Line> talk = lines("talk", top.get("talk"));
    DemoScript script =
        new DemoScript(
            id,
            text("agent", top.get("agent")),
            list("versions", top.get("versions")).stream().map(String::valueOf).toList(),
            text("model", top.get("model")),
            text("channel", top.get("channel")),
            text("flow", top.get("flow")),
            Boolean.TRUE.equals(top.get("new_flow")),
            Boolean.TRUE.equals(top.get("plain_speech")),
            Locale.forLanguageTag(text("locale", top.get("locale"))),
            text("time_zone", top.get("time_zone")),
            text("currency", top.get("currency")),
            strings("slots", top.get("slots")),
            list("context", top.get("context")),
            top.get("system") == null ? null : text("system", top.get("system")),
            talk,
            variants(top.get("variants")));
    script.variants().forEach(variant -> labelsExist(variant, labels(talk)));
    return script;
  }

  private List<Variant> variants(@Nullable Object value) {
    var variants = new ArrayList<Variant>();
    for (Object item : list("variants", value)) {
      variants.add(variant(map("variants", item)));
    }
    return variants;
  }

  private Variant variant(Map<String, Object> edits) {
    known("variants", edits, EDITS);
    return new Variant(
        FaultKind.named(text("fault", edits.get("fault"))),
        text("at", edits.get("at")),
        optional(edits.get("wrong")),
        optional(edits.get("right")),
        strings("say", edits.get("say")),
        Set.copyOf(list("drop", edits.get("drop")).stream().map(String::valueOf).toList()),
        objects("fail", edits.get("fail")),
        objects("stumble", edits.get("stumble")),
        numbers("repeat", edits.get("repeat")),
        numbers("delay", edits.get("delay")),
        numbers("overlap", edits.get("overlap")),
        optional(edits.get("cut_after")),
        lines("then", edits.get("then")),
        objects("outcome", edits.get("outcome")));
  }

  private List<Line> lines(String field, @Nullable Object value) {
    var lines = new ArrayList<Line>();
    for (Object item : list(field, value)) {
      lines.add(line(field, map(field, item)));
    }
    return lines;
  }

  /** {@code user}, {@code agent} or {@code call}, with an optional {@code @label} after a space. */
  private Line line(String field, Map<String, Object> item) {
    Map.Entry<String, Object> first = item.entrySet().iterator().next();
    String[] key = first.getKey().split(" @", 2);
    String label = key.length == 2 ? key[1] : null;
    String words = text(field + "." + first.getKey(), first.getValue());
    return switch (key[0]) {
      case "user" -> new Line.Spoken(label, Line.Speaker.USER, words);
      case "agent" -> new Line.Spoken(label, Line.Speaker.AGENT, words);
      case "call" ->
          new Line.Call(
              label,
              words,
              objects("with", item.get("with")),
              item.getOrDefault("gives", Map.of("ok", true)),
              false);
      default -> throw wrong(field, "user, agent or call", key[0]);
    };
  }

  private static Set<String> labels(List<Line> lines) {
    var labels = new HashSet<String>();
    for (Line line : lines) {
      String label = line.label();
      if (label != null) {
        labels.add(label);
      }
    }
    return labels;
  }

  private void labelsExist(Variant variant, Set<String> inTalk) {
    var labels = new HashSet<>(inTalk);
    labels.addAll(labels(variant.then()));
    var used = new HashSet<String>(variant.drop());
    used.add(variant.at());
    used.addAll(variant.say().keySet());
    used.addAll(variant.fail().keySet());
    used.addAll(variant.stumble().keySet());
    used.addAll(variant.repeat().keySet());
    used.addAll(variant.delayMs().keySet());
    used.addAll(variant.overlapMs().keySet());
    String cut = variant.cutAfter();
    if (cut != null) {
      used.add(cut);
    }
    used.removeAll(labels);
    if (!used.isEmpty()) {
      throw wrong("variants." + variant.fault().wireName(), "a label of the talk", used.toString());
    }
  }

  private Map<String, Object> map(String field, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(field, "a map", String.valueOf(value));
    }
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    return copy;
  }

  private Map<String, Object> objects(String field, @Nullable Object value) {
    return value == null ? Map.of() : map(field, value);
  }

  private Map<String, String> strings(String field, @Nullable Object value) {
    var strings = new LinkedHashMap<String, String>();
    objects(field, value).forEach((key, item) -> strings.put(key, String.valueOf(item)));
    return strings;
  }

  private Map<String, Integer> numbers(String field, @Nullable Object value) {
    var numbers = new LinkedHashMap<String, Integer>();
    objects(field, value)
        .forEach((key, item) -> numbers.put(key, Integer.valueOf(String.valueOf(item))));
    return numbers;
  }

  private List<Object> list(String field, @Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(field, "a list", String.valueOf(value));
    }
    return List.copyOf(list);
  }

  private String text(String field, @Nullable Object value) {
    if (value == null || value instanceof Map || value instanceof List) {
      throw wrong(field, "text", String.valueOf(value));
    }
    return String.valueOf(value).strip();
  }

  private static @Nullable String optional(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }

  private void known(String field, Map<String, Object> map, Set<String> names) {
    var unknown = new HashSet<>(map.keySet());
    unknown.removeAll(names);
    if (!unknown.isEmpty()) {
      throw wrong(field, "only " + names, unknown.toString());
    }
  }

  private IllegalArgumentException wrong(String field, String expected, String came) {
    return new IllegalArgumentException(
        id + ".yaml: " + field + ": expected " + expected + ", came " + came);
  }
}
