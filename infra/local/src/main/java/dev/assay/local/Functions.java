package dev.assay.local;

import dev.assay.local.gateway.HttpApiDoor;
import dev.assay.local.lambda.FunctionFailure;
import dev.assay.local.lambda.FunctionRunner;
import dev.assay.local.schedule.Recurrence;
import dev.assay.local.schedule.Scheduler;
import dev.assay.local.sqs.EventSource;
import dev.assay.local.sqs.SqsBackend;
import dev.assay.local.template.LambdaFunction;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Template;
import dev.assay.local.template.Trigger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The functions at work and what triggers them. */
final class Functions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Functions.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Stack stack;
  private final Map<String, FunctionRunner> runners = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> environments = new LinkedHashMap<>();
  private final List<LambdaFunction> functions;
  private final List<EventSource> sources = new ArrayList<>();

  Functions(Template template, Stack stack, LocalOptions options) {
    this.stack = stack;
    this.functions =
        template.functions().stream().filter(f -> options.runs(f.logicalId())).toList();
    Map<String, String> extra = new HashMap<>(clientSettings(stack.endpoint()));
    extra.putAll(options.environment());
    for (LambdaFunction function : template.functions()) {
      environments.put(function.logicalId(), FunctionRunner.environment(function, extra));
    }
    for (LambdaFunction function : functions) {
      String arn = stack.arn("lambda", "function:" + function.name());
      runners.put(function.logicalId(), new FunctionRunner(function, arn, extra));
    }
  }

  /** What points any AWS SDK at the local endpoint; the key is no secret and never checked. */
  private Map<String, String> clientSettings(URI endpoint) {
    return Map.of(
        "AWS_ENDPOINT_URL",
        endpoint.toString(),
        "AWS_REGION",
        stack.region(),
        "AWS_ACCESS_KEY_ID",
        "test",
        "AWS_SECRET_ACCESS_KEY",
        "test");
  }

  FunctionRunner runner(String logicalId) {
    FunctionRunner runner = runners.get(logicalId);
    if (runner == null) {
      throw new IllegalArgumentException("no function " + logicalId + " is at work here");
    }
    return runner;
  }

  Map<String, String> environment(String logicalId) {
    Map<String, String> environment = environments.get(logicalId);
    if (environment == null) {
      throw new IllegalArgumentException("no function " + logicalId + " is in the template");
    }
    return environment;
  }

  void addRoutes(HttpApiDoor api) {
    functions.forEach(
        f -> f.triggers(Trigger.Route.class).forEach(r -> api.add(r, runner(f.logicalId()))));
  }

  /** Starts event sources, adds timers and makes a first instance of each function behind them. */
  void start(SqsBackend sqs, Scheduler scheduler) {
    for (LambdaFunction function : functions) {
      FunctionRunner runner = runner(function.logicalId());
      Thread.ofVirtual().name("warm " + function.name()).start(runner::warm);
      for (Trigger.Messages messages : function.triggers(Trigger.Messages.class)) {
        sources.add(EventSource.start(messages, runner, sqs, stack));
      }
      for (Trigger.Timer timer : function.triggers(Trigger.Timer.class)) {
        scheduler.add(
            function.name() + " " + timer.name(),
            Recurrence.parse(timer.expression(), timer.zone()),
            due -> fire(runner, timer, due));
      }
    }
  }

  private void fire(FunctionRunner runner, Trigger.Timer timer, Instant due) {
    try {
      Optional<Object> _ = runner.invoke(scheduledEvent(timer, due));
    } catch (FunctionFailure e) {
      LOG.warn("schedule {}: {}", timer.name(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The timer's own input, else the event that EventBridge Scheduler sends without one. */
  private Object scheduledEvent(Trigger.Timer timer, Instant due) {
    if (!timer.input().isEmpty()) {
      String input = timer.input().replace("<aws.scheduler.scheduled-time>", due.toString());
      return JSON.readValue(input, Map.class);
    }
    return Map.of(
        "version", "0",
        "id", java.util.UUID.randomUUID().toString(),
        "detail-type", "Scheduled Event",
        "source", "aws.scheduler",
        "account", stack.account(),
        "time", due.toString(),
        "region", stack.region(),
        "resources", List.of(stack.arn("scheduler", "schedule/default/" + timer.name())),
        "detail", "{}");
  }

  /** Lets the batches at work end, all sources side by side. */
  @Override
  public void close() {
    List<Thread> closing =
        sources.stream().map(source -> Thread.ofVirtual().start(source::close)).toList();
    try {
      for (Thread thread : closing) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runners.values().forEach(FunctionRunner::close);
  }
}
