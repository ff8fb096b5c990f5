package dev.assay.local.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one function with Globals beneath its own properties, and its event sources. */
final class FunctionReader {
  /** Lambda starts a mapping without a stated maximum with five batches at a time. */
  private static final int DEFAULT_CONCURRENCY = 5;

  private final Block globals;
  private final References references;

  FunctionReader(Block globals, References references) {
    this.globals = globals;
    this.references = references;
  }

  LambdaFunction read(String id) {
    Block block = references.block(id).child("Properties");
    return new LambdaFunction(
        id,
        references.name(id),
        block.text("CodeUri").orElse(""),
        block.required("Handler"),
        Duration.ofSeconds(block.integer("Timeout", globals.integer("Timeout", 3))),
        block.integer("MemorySize", globals.integer("MemorySize", 128)),
        environment(block),
        triggers(block.child("Events")));
  }

  private Map<String, String> environment(Block block) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Block source : List.of(globals, block)) {
      Block own = source.child("Environment").child("Variables");
      own.names().forEach(name -> own.text(name).ifPresent(value -> variables.put(name, value)));
    }
    return variables;
  }

  private List<Trigger> triggers(Block events) {
    List<Trigger> triggers = new ArrayList<>();
    for (String name : events.names()) {
      Block event = events.child(name);
      Block properties = event.child("Properties");
      if (enabled(properties)) {
        triggers.add(trigger(name, event.required("Type"), properties));
      }
    }
    return triggers;
  }

  private static Trigger trigger(String name, String type, Block properties) {
    return switch (type) {
      case "SQS" -> messages(name, properties);
      case "ScheduleV2" -> timer(name, properties, "ScheduleExpression");
      case "Schedule" -> timer(name, properties, "Schedule");
      case "HttpApi" ->
          new Trigger.Route(
              name,
              properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT),
              properties.text("Path").orElse("/"));
      default ->
          throw new IllegalArgumentException(
              properties.path() + ": the local runner does not know events of type " + type);
    };
  }

  private static boolean enabled(Block properties) {
    return !properties.text("Enabled").orElse("true").equals("false")
        && !properties.text("State").orElse("ENABLED").equals("DISABLED");
  }

  private static Trigger messages(String name, Block properties) {
    int concurrency =
        properties
            .resolvedChild("ScalingConfig")
            .map(scaling -> scaling.integer("MaximumConcurrency", DEFAULT_CONCURRENCY))
            .orElse(DEFAULT_CONCURRENCY);
    return new Trigger.Messages(
        name,
        TemplateReader.lastPart(properties.required("Queue")),
        properties.integer("BatchSize", 10),
        Duration.ofSeconds(properties.integer("MaximumBatchingWindowInSeconds", 0)),
        properties.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        concurrency);
  }

  private static Trigger timer(String name, Block properties, String key) {
    return new Trigger.Timer(
        name,
        properties.required(key),
        ZoneId.of(properties.text("ScheduleExpressionTimezone").orElse("UTC")),
        properties.text("Input").orElse(""));
  }
}
