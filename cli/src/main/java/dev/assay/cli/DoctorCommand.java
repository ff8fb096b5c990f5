package dev.assay.cli;

import dev.assay.aws.AwsClients;
import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.connect.Queues;
import dev.assay.cli.connect.Resource;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Template;
import dev.assay.models.JudgeModels;
import dev.assay.wire.Mappers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import tools.jackson.databind.node.ArrayNode;

/** Looks at everything the loop needs and says what would help. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what is configured, reachable and permitted, with the fix for what is not.",
    footer = {"", "Example:", "  assay doctor --profile production"})
final class DoctorCommand implements Callable<Integer> {
  private static final int JAVA = 25;

  private final Surroundings surroundings;
  private final List<Answer> answers = new ArrayList<>();

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What became of one question; {@code words} is the fix where it is not well. */
  private record Answer(String question, boolean well, String words) {}

  @Override
  public Integer call() {
    ask("Java", "install a JDK 25 or newer and point JAVA_HOME to it", DoctorCommand::java);
    ask("template", "check out the project whole", this::template);
    ask(
        "judge model",
        "set ASSAY_JUDGE_MODEL and what docs/judge.md says belongs to it",
        this::judge);
    try (Connection open = connection.open(surroundings)) {
      resources(open);
      ask(
          "policy",
          "allow dynamodb:Query on the registry table; \"assay policy set\" mends a broken one",
          () -> "version " + open.adapters().policyStore().current().version());
    } catch (WrongInput e) {
      throw e;
    } catch (RuntimeException e) {
      answers.add(new Answer("system", false, firstLine(e)));
    }
    tell();
    return answers.stream().allMatch(Answer::well) ? Exit.DONE : Exit.NO;
  }

  private static String java() {
    int feature = Runtime.version().feature();
    if (feature < JAVA) {
      throw new IllegalStateException("this is " + feature);
    }
    return Runtime.version().toString();
  }

  private String template() {
    Template template =
        Template.read(
            surroundings.template(), Stack.local(URI.create("http://127.0.0.1")), Map.of());
    return template.functions().size() + " functions, " + template.queues().size() + " queues";
  }

  private String judge() {
    Map<String, String> variables = new HashMap<>(surroundings.environment());
    String spec = variables.getOrDefault("ASSAY_JUDGE_MODEL", JudgeModels.EVIDENCE);
    JudgeModels.named(spec, variables);
    if (JudgeModels.lacksKey(spec, variables)) {
      throw new IllegalStateException(
          spec + " has neither ASSAY_JUDGE_API_KEY nor ASSAY_JUDGE_API_KEY_SECRET");
    }
    return spec + (spec.equals(JudgeModels.EVIDENCE) ? ", embedded, needs no key" : "");
  }

  private void resources(Connection open) {
    answers.add(new Answer("system", true, open.where()));
    for (Resource resource : Resource.values()) {
      String kind = resource.kind().name().toLowerCase(Locale.ROOT);
      String name = kind + " " + resource.nameIn("").substring(1);
      ask(name, fix(resource), () -> reach(open, resource));
    }
    try (Queues queues = new Queues(open)) {
      ask(
          "dead letters",
          "\"assay status\" shows where they lie; their reason is an attribute of each message",
          () -> {
            long dead = queues.depths().values().stream().mapToLong(Queues.Depth::dead).sum();
            if (dead > 0) {
              throw new IllegalStateException(dead + " messages wait in dead-letter queues");
            }
            return "none";
          });
    }
  }

  private static String fix(Resource resource) {
    String actions =
        switch (resource.kind()) {
          case QUEUE -> "sqs:GetQueueUrl, sqs:GetQueueAttributes";
          case TABLE -> "dynamodb:ListTables, dynamodb:DescribeTable";
          case BUCKET -> "s3:ListAllMyBuckets, s3:ListBucket";
          case TOPIC -> "sns:ListTopics, sns:GetTopicAttributes";
        };
    return "deploy template.yaml or set " + resource.variable() + "; allow " + actions;
  }

  private static String reach(Connection open, Resource resource) {
    String name = open.name(resource);
    AwsClients clients = open.clients();
    switch (resource.kind()) {
      case QUEUE -> {
        try (Queues queues = new Queues(open)) {
          queues.isEmpty(resource);
        }
      }
      case TABLE -> {
        try (DynamoDbClient dynamoDb = clients.dynamoDb()) {
          dynamoDb.describeTable(request -> request.tableName(name));
        }
      }
      case BUCKET -> {
        try (S3Client s3 = clients.s3()) {
          s3.headBucket(request -> request.bucket(name));
        }
      }
      case TOPIC -> {
        try (SnsClient sns = clients.sns()) {
          sns.getTopicAttributes(request -> request.topicArn(name));
        }
      }
    }
    return name;
  }

  private void ask(String question, String fix, Supplier<String> answer) {
    try {
      answers.add(new Answer(question, true, answer.get()));
    } catch (RuntimeException e) {
      answers.add(new Answer(question, false, firstLine(e) + ". Fix: " + fix));
    }
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private void tell() {
    if (json) {
      var document = Mappers.JSON.createObjectNode();
      document.put("well", answers.stream().allMatch(Answer::well));
      ArrayNode list = document.putArray("answers");
      for (Answer answer : answers) {
        list.addObject()
            .put("question", answer.question())
            .put("well", answer.well())
            .put("answer", answer.words());
      }
      surroundings.out().println(document);
      return;
    }
    for (Answer answer : answers) {
      surroundings
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%-4s %-18s %s",
                  answer.well() ? "ok" : "NO",
                  answer.question(),
                  answer.words()));
    }
  }
}
