package dev.assay.cli.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns played lines into the trace's messages, with offsets and the agent's model calls. Can be
 * given several talks one after another; the second goes on where the first ended.
 */
final class Conversation {
  private static final JsonMapper JSON = new JsonMapper();

  private final Pace pace;
  private final boolean voice;
  private final Form form;
  private final RandomGenerator random;
  private final List<Map<String, Object>> messages = new ArrayList<>();
  private final List<Map<String, Object>> llmCalls = new ArrayList<>();
  private int clockMs;
  private int words;
  private int calls;
  private int bytes;
  private int planted = -1;
  private Last last = Last.NOTHING;

  private enum Last {
    NOTHING,
    SPEECH,
    TOOL
  }

  /**
   * The freedoms of the contract that senders use differently.
   *
   * @param startedAt what offsets count from
   * @param timestamps messages carry RFC 3339 times instead of offsets; chat only
   * @param parts content is an array of parts
   * @param argumentsAsText tool arguments are a JSON string, not an object
   * @param model the agent's model
   */
  record Form(
      Instant startedAt,
      boolean timestamps,
      boolean parts,
      boolean argumentsAsText,
      String model) {}

  Conversation(boolean voice, Form form, RandomGenerator random) {
    this.pace = new Pace(random, voice);
    this.voice = voice;
    this.form = form;
    this.random = random;
  }

  void system(String text) {
    var message = new LinkedHashMap<String, Object>();
    message.put("role", "system");
    message.put("content", text);
    messages.add(message);
    words += text.length();
  }

  void play(List<Played> lines, Filled filled) {
    for (Played played : lines) {
      switch (played.line()) {
        case Line.Spoken spoken -> speak(spoken, played, filled);
        case Line.Call call -> call(call, played, filled);
      }
    }
  }

  private void speak(Line.Spoken line, Played played, Filled filled) {
    boolean user = line.speaker() == Line.Speaker.USER;
    String text = filled.said(line.text());
    int start = Math.max(0, clockMs + gap(user, played));
    int end = start + pace.speaking(text);
    if (played.overlapMs() > 0 && !messages.isEmpty()) {
      messages.getLast().put("interrupted", true);
    }
    var message = new LinkedHashMap<String, Object>();
    message.put("role", user ? "user" : "assistant");
    message.put("content", form.parts() ? List.of(Map.of("type", "text", "text", text)) : text);
    time(message, start, voice ? end : null);
    add(message, played.planted());
    if (!user) {
      think(start, text.length());
    }
    words += text.length();
    clockMs = end;
    last = Last.SPEECH;
  }

  private int gap(boolean user, Played played) {
    if (played.overlapMs() > 0) {
      return -played.overlapMs();
    }
    if (played.delayMs() > 0) {
      return played.delayMs();
    }
    if (user) {
      return last == Last.NOTHING ? 200 : pace.beforeUser();
    }
    return switch (last) {
      case NOTHING -> 0;
      case SPEECH -> pace.beforeAgent();
      case TOOL -> pace.aroundCall();
    };
  }

  private void call(Line.Call line, Played played, Filled filled) {
    calls++;
    String id = "call_" + calls;
    int usual = last == Last.TOOL ? pace.betweenCalls() : pace.aroundCall();
    int start = clockMs + (played.delayMs() > 0 ? played.delayMs() : usual);
    Object arguments = filled.value(line.arguments());
    var request = new LinkedHashMap<String, Object>();
    request.put("role", "assistant");
    request.put("content", null);
    request.put("tool_calls", List.of(toolCall(id, line.tool(), arguments)));
    time(request, start, null);
    think(start, 40);
    int end = start + pace.toolRun();
    String result = JSON.writeValueAsString(filled.value(line.result()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("role", "tool");
    answer.put("tool_call_id", id);
    answer.put("name", line.tool());
    answer.put("content", result);
    if (line.failed()) {
      answer.put("is_error", true);
    }
    time(answer, end, null);
    add(request, played.planted() && !line.failed());
    add(answer, played.planted() && line.failed());
    words += result.length();
    clockMs = end;
    last = Last.TOOL;
  }

  private Map<String, Object> toolCall(String id, String tool, Object arguments) {
    var function = new LinkedHashMap<String, Object>();
    function.put("name", tool);
    function.put(
        "arguments", form.argumentsAsText() ? JSON.writeValueAsString(arguments) : arguments);
    var call = new LinkedHashMap<String, Object>();
    call.put("id", id);
    call.put("type", "function");
    call.put("function", function);
    return call;
  }

  private void time(Map<String, Object> message, int start, @Nullable Integer end) {
    if (form.timestamps()) {
      message.put("timestamp", form.startedAt().plusMillis(start).toString());
      return;
    }
    message.put("start_ms", start);
    if (end != null) {
      message.put("end_ms", end);
    }
  }

  private void add(Map<String, Object> message, boolean carriesFault) {
    if (carriesFault && planted < 0) {
      planted = messages.size();
    }
    messages.add(message);
    bytes += size(message);
  }

  /**
   * About the bytes of a value's JSON; no writer is run for it, for the benches write thousands.
   */
  private static int size(@Nullable Object value) {
    return switch (value) {
      case null -> 5;
      case String text -> text.getBytes(StandardCharsets.UTF_8).length + escapes(text) + 3;
      case Map<?, ?> map ->
          2 + map.entrySet().stream().mapToInt(e -> size(e.getKey()) + size(e.getValue())).sum();
      case List<?> list -> 2 + list.stream().mapToInt(Conversation::size).sum();
      default -> value.toString().length() + 1;
    };
  }

  private static int escapes(String text) {
    return (int) text.chars().filter(c -> c == '"' || c == '\\').count();
  }

  /** One model call of the agent: four characters a token, at 0.40 and 1.60 USD a million. */
  private void think(int startMs, int answerLength) {
    int input = 420 + words / 4;
    int output = 6 + answerLength / 4;
    int latency = 180 + random.nextInt(220);
    var call = new LinkedHashMap<String, Object>();
    call.put("model", form.model());
    call.put("input_tokens", input);
    call.put("cached_input_tokens", words < 2_000 ? 0 : input / 2);
    call.put("output_tokens", output);
    call.put("cost_usd", (input * 40L + output * 160L) / 100_000_000.0);
    call.put("start_ms", Math.max(0, startMs - latency));
    call.put("latency_ms", latency);
    llmCalls.add(call);
  }

  List<Map<String, Object>> messages() {
    return List.copyOf(messages);
  }

  List<Map<String, Object>> llmCalls() {
    return List.copyOf(llmCalls);
  }

  /** Index of the message that carries the fault; -1 where none was planted. */
  int planted() {
    return planted;
  }

  /** About the size of the messages as JSON, in UTF-8 bytes. */
  int bytes() {
    return bytes;
  }

  /** From the first offset to the end of the last message, in milliseconds. */
  int durationMs() {
    return clockMs;
  }
}
