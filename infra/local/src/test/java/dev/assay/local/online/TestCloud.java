package dev.assay.local.online;

import dev.assay.aws.AwsClients;
import dev.assay.aws.Environment;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.Repository;
import dev.assay.local.lambda.FunctionRunner;
import dev.assay.local.template.LambdaFunction;
import dev.assay.local.template.Queue;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where the suite runs. What is given an endpoint is asked there, everything else of a local system
 * without functions. Each cloud is a stack of its own name, so that suites may share a service.
 */
final class TestCloud implements AutoCloseable {
  private static final Path TEMPLATE = Repository.root().resolve("template.yaml");

  private final LocalSystem local =
      LocalSystem.start(LocalOptions.of(TEMPLATE).withFunctions(Set.of()));
  private final Map<String, String> settings;
  private final AwsClients clients;
  private final Template template;
  private final Map<String, String> made;
  private final int waitSeconds;

  /**
   * Makes the template's queues, tables and buckets at the endpoints.
   *
   * @param stack deployed there by CloudFormation, whose queues and buckets are used; empty for
   *     none
   */
  TestCloud(Map<Service, URI> endpoints, String stack) {
    settings = settings(endpoints);
    waitSeconds = endpoints.containsKey(Service.SQS) ? 1 : 0; // ours shows a message at once
    clients = new AwsClients(new Environment(settings));
    String name =
        stack.isEmpty() ? "assay-it-" + UUID.randomUUID().toString().substring(0, 8) : stack;
    template =
        Template.read(
            TEMPLATE,
            new Stack(name, "us-east-1", "000000000000", URI.create("http://predicted")),
            Map.of());
    Deployment deployment = new Deployment(template, clients, !stack.isEmpty());
    if (!endpoints.containsKey(Service.SNS)) {
      deployment.topic(local.resources().getOrDefault("Alerts", ""));
    }
    made = deployment.make();
  }

  private Map<String, String> settings(Map<Service, URI> endpoints) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_ENDPOINT_URL", local.endpoint().toString());
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    endpoints.forEach((service, endpoint) ->
        variables.put("AWS_ENDPOINT_URL_" + service.name(), endpoint.toString()));
    return Map.copyOf(variables);
  }

  AwsClients clients() {
    return clients;
  }

  List<Queue> queues() {
    return template.queues();
  }

  /** A queue's URL or a bucket's name, by logical id. */
  String name(String logicalId) {
    String predicted =
        template.queues().stream()
            .filter(queue -> queue.logicalId().equals(logicalId))
            .map(queue -> Deployment.PREDICTED + queue.name())
            .findFirst()
            .orElseGet(() -> template.buckets().getOrDefault(logicalId, ""));
    String name = made.get(predicted);
    if (name == null) {
      throw new IllegalArgumentException("the template has no queue or bucket " + logicalId);
    }
    return name;
  }

  /** The queue and the function that reads it; the template gives the function its variables. */
  Station station(String queue, String function) {
    return new Station(clients.sqs(), name(queue), runner(function), waitSeconds);
  }

  /** The variables of a function, with the names that things have here. */
  Map<String, String> variables(String function) {
    return runner(function).environment();
  }

  private FunctionRunner runner(String function) {
    LambdaFunction found =
        template.functions().stream()
            .filter(candidate -> candidate.logicalId().equals(function))
            .findFirst()
            .orElseThrow();
    Map<String, String> variables = new HashMap<>(settings);
    found
        .environment()
        .forEach((key, value) -> variables.put(key, made.getOrDefault(value, value)));
    return new FunctionRunner(
        found, "arn:aws:lambda:us-east-1:000000000000:" + function, variables);
  }

  @Override
  public void close() {
    clients.close();
    local.close();
  }
}
