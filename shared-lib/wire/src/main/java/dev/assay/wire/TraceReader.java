package dev.assay.wire;

import dev.assay.core.ingest.Problem;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.LlmCall;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Piece;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the trace contract, version 1: one JSON object is one conversation. */
final class TraceReader {
  /** Beyond this a trace is a mistake of its sender; a day of small talk has fewer. */
  static final int MAX_MESSAGES = 20_000;

  /** How far a sender's clock may be ahead. */
  static final Duration MAX_AHEAD = Duration.ofHours(24);

  private static final int MAX_ITEMS = 20_000;

  private final Fields root;
  private final List<Problem> problems;

  private TraceReader(JsonNode tree, List<Problem> problems) {
    this.root = new Fields(tree, "", problems);
    this.problems = problems;
  }

  /**
   * Reads a tree.
   *
   * @param problems what is wrong is added here
   * @return null when anything was
   */
  static @Nullable Trace read(JsonNode tree, Instant now, List<Problem> problems) {
    if (!tree.isObject()) {
      problems.add(new Problem("", "a JSON object", Fields.kind(tree)));
      return null;
    }
    return new TraceReader(tree, problems).read(now);
  }

  private @Nullable Trace read(Instant now) {
    TraceId id = traceId();
    Piece piece = piece();
    String conversation = conversation(id, piece);
    Instant startedAt = startedAt(now);
    List<Step> steps = steps();
    List<LlmCall> calls = llmCalls();
    Agent agent = agent();
    ZoneId zone = zone();
    List<ContextDocument> context = context();
    Usage usage = usage(calls);
    Outcome outcome = outcome();
    List<String> tags = tags();
    root.object("metadata");
    String project = root.label("project", "default");
    String environment = root.label("environment", "production");
    String channel = root.label("channel");
    String flow = root.label("flow");
    String locale = root.label("locale");
    Instant endedAt = root.instant("ended_at");
    if (!problems.isEmpty() || id == null || startedAt == null) {
      return null;
    }
    return new Trace(
        id,
        conversation,
        project,
        agent,
        environment,
        channel,
        flow,
        locale,
        zone,
        startedAt,
        endedAt,
        steps,
        context,
        calls,
        usage,
        outcome,
        tags,
        piece);
  }

  private @Nullable TraceId traceId() {
    String id = root.requiredText("trace_id");
    if (TraceId.isValid(id)) {
      return new TraceId(id);
    }
    if (!id.isEmpty()) {
      root.note("trace_id", "1 to 128 characters of A-Z a-z 0-9 . _ : -", "another string");
    }
    return null;
  }

  private String conversation(@Nullable TraceId id, @Nullable Piece piece) {
    String conversation = root.text("conversation_id");
    if (conversation == null || conversation.isEmpty()) {
      if (piece != null) {
        root.note("conversation_id", "the id that all pieces share", "nothing");
      }
      return id == null ? "" : id.value();
    }
    if (piece != null && !TraceId.isValid(conversation)) {
      root.note(
          "conversation_id",
          "1 to 128 characters of A-Z a-z 0-9 . _ : -, since it becomes the joined trace's id",
          "another string");
    } else if (conversation.length() > Fields.MAX_LABEL) {
      root.note("conversation_id", "at most " + Fields.MAX_LABEL + " characters", "a longer one");
    }
    return conversation;
  }

  private @Nullable Piece piece() {
    Boolean partial = root.optionalFlag("partial");
    if (root.get("piece") == null) {
      return null;
    }
    long number = root.count("piece");
    if (number > MAX_ITEMS) {
      root.note("piece", "at most " + MAX_ITEMS, "a larger number");
    }
    return new Piece(Math.clamp(number, 0, MAX_ITEMS), Boolean.FALSE.equals(partial));
  }

  private @Nullable Instant startedAt(Instant now) {
    if (root.get("started_at") == null) {
      root.note("started_at", "an RFC 3339 time such as 2026-11-22T10:00:00Z", "nothing");
      return null;
    }
    Instant startedAt = root.instant("started_at");
    if (startedAt != null && startedAt.isAfter(now.plus(MAX_AHEAD))) {
      root.note("started_at", "a time at most 24 h ahead of ours", "one further in the future");
    } else if (startedAt != null && startedAt.isBefore(Instant.EPOCH)) {
      root.note("started_at", "a time since 1970", "an earlier one");
    }
    return startedAt;
  }

  private Agent agent() {
    Fields agent = root.object("agent");
    if (agent == null) {
      if (root.get("agent") == null) {
        root.note("agent", "an object with a name", "nothing");
      }
      return new Agent("", null, null, null, null);
    }
    agent.label("name");
    return new Agent(
        agent.requiredText("name"),
        agent.label("version"),
        agent.label("model"),
        agent.label("prompt_sha"),
        agent.label("variant"));
  }

  private ZoneId zone() {
    String zone = root.text("time_zone");
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      root.note("time_zone", "an IANA zone such as Europe/Madrid", "another string");
      return ZoneOffset.UTC;
    }
  }

  private List<Step> steps() {
    JsonNode messages = root.get("messages");
    if (messages == null || (messages.isArray() && messages.isEmpty())) {
      root.note(
          "messages", "an array of 1 or more messages", messages == null ? "nothing" : "none");
      return List.of();
    }
    List<Step> steps = new ArrayList<>(messages.size());
    for (Fields message : root.objects("messages", MAX_MESSAGES)) {
      Step step = MessageReader.read(message);
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  private List<ContextDocument> context() {
    List<ContextDocument> documents = new ArrayList<>();
    for (Fields document : root.objects("context", MAX_ITEMS)) {
      JsonNode json = document.get("json");
      documents.add(
          new ContextDocument(
              document.text("id"),
              document.text("title"),
              document.text("text", ""),
              json == null ? null : JsonValues.of(json)));
    }
    return documents;
  }

  private List<LlmCall> llmCalls() {
    List<LlmCall> calls = new ArrayList<>();
    for (Fields call : root.objects("llm_calls", MAX_ITEMS)) {
      calls.add(
          new LlmCall(
              call.text("model"),
              call.count("input_tokens"),
              call.count("cached_input_tokens"),
              call.count("output_tokens"),
              call.dollars("cost_usd"),
              call.whole("start_ms"),
              call.whole("latency_ms")));
    }
    return calls;
  }

  private Usage usage(List<LlmCall> calls) {
    Fields usage = root.object("usage");
    if (usage == null) {
      return Usage.sum(calls);
    }
    Double cost = usage.dollars("cost_usd");
    return new Usage(usage.count("input_tokens"), usage.count("output_tokens"), cost);
  }

  private Outcome outcome() {
    Fields outcome = root.object("outcome");
    if (outcome == null) {
      return Outcome.UNKNOWN;
    }
    Double csat = outcome.number("csat");
    if (csat != null && (csat < 1 || csat > 5)) {
      outcome.note("csat", "1 to 5", "a number outside");
    }
    return new Outcome(
        outcome.flag("escalated"), csat, outcome.optionalFlag("resolved"), outcome.text("error"));
  }

  private List<String> tags() {
    JsonNode tags = root.get("tags");
    if (tags == null) {
      return List.of();
    }
    if (!tags.isArray()) {
      root.note("tags", "an array of strings", Fields.kind(tags));
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < tags.size(); i++) {
      if (tags.get(i).isString()) {
        texts.add(tags.get(i).stringValue());
      } else {
        root.note("tags[" + i + "]", "a string", Fields.kind(tags.get(i)));
      }
    }
    return texts;
  }
}
