package dev.assay.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateTest {
  private static final Stack STACK = Stack.local(URI.create("http://127.0.0.1:4000"));

  @Test
  void queues_have_their_names_times_and_dead_letter_queues() throws Exception {
    Template template = Template.read(small(), STACK, Map.of("Mode", "slow"));

    assertThat(template.queues())
        .extracting(Queue::name)
        .containsExactly("assay-work", "assay-work-dead", "assay-idle");
    assertThat(template.queues().get(0).redrive())
        .isEqualTo(new Queue.Redrive("assay-work-dead", 2));
    assertThat(template.queues().get(0).visibility()).isEqualTo(Duration.ofSeconds(1));
    assertThat(template.queues().get(2).delay()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_function_has_the_globals_beneath_its_own_variables() throws Exception {
    LambdaFunction worker = function(Template.read(small(), STACK, Map.of("Other", "x")), "Worker");

    assertThat(worker.environment())
        .containsEntry("FROM_GLOBALS", "yes-it-is")
        .containsEntry("TABLE", "assay-Items")
        .containsEntry("IDLE_URL", "http://127.0.0.1:4000/000000000000/assay-idle")
        .containsEntry("BELL", "arn:aws:sns:us-east-1:000000000000:assay-bell")
        .containsEntry("CHOSEN", "x");
    assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(worker.triggers())
        .containsExactly(new Trigger.Messages("Work", "assay-work", 10, Duration.ZERO, true, 5));
  }

  @Test
  void a_disabled_schedule_is_left_out() throws Exception {
    LambdaFunction sweeper = function(Template.read(small(), STACK, Map.of()), "Sweeper");

    assertThat(sweeper.triggers())
        .containsExactly(
            new Trigger.Timer("Nightly", "cron(0 3 * * ? *)", ZoneId.of("Europe/London"), ""));
  }

  @Test
  void an_unknown_parameter_is_refused() {
    assertThatThrownBy(() -> Template.read(small(), STACK, Map.of("Nope", "1")))
        .hasMessageContaining("no parameter Nope");
  }

  @Test
  void an_unknown_function_is_refused_with_its_path(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("t.yaml"),
            """
            Resources:
              Q: {Type: AWS::SQS::Queue, Properties: {QueueName: !ImportValue other}}
            """);

    assertThatThrownBy(() -> Template.read(file, STACK, Map.of()))
        .hasMessageContaining("Resources.Q.Properties.QueueName")
        .hasMessageContaining("Fn::ImportValue");
  }

  @Test
  void sub_select_split_and_conditions_are_resolved(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("t.yaml"),
            """
            Conditions:
              No: !Equals [a, b]
              Both: !And [!Not [!Condition No], !Or [!Condition No, !Equals [x, x]]]
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub ['${a}-${!b}-${AWS::Region}', {a: !Select [1, !Split [',', 'x,y']]}]
                  DelaySeconds: !If [Both, 3, !Ref AWS::NoValue]
                  VisibilityTimeout: !If [No, 3, !Ref AWS::NoValue]
            """);

    Queue queue = Template.read(file, STACK, Map.of()).queues().getFirst();
    assertThat(queue.name()).isEqualTo("y-${b}-us-east-1");
    assertThat(queue.delay()).isEqualTo(Duration.ofSeconds(3));
    assertThat(queue.visibility()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void the_deployed_template_is_read_whole() {
    Template template = Template.read(deployed(), STACK, Map.of());

    assertThat(template.queues())
        .extracting(Queue::name)
        .containsExactlyInAnyOrder(
            "assay-traces",
            "assay-traces-dead",
            "assay-joins",
            "assay-joins-dead",
            "assay-checks",
            "assay-checks-dead",
            "assay-judgements",
            "assay-judgements-dead");
    assertThat(template.tables()).extracting(Table::logicalId).contains("Traces", "Registry");
    assertThat(template.buckets()).containsOnlyKeys("Segments", "Inbox");
    assertThat(template.topics()).containsOnlyKeys("Alerts");
    assertThat(template.functions())
        .extracting(LambdaFunction::logicalId)
        .containsExactly("Ingest", "Check", "Judge", "Harvest", "Api");
    assertThat(function(template, "Ingest").environment())
        .containsEntry("ASSAY_POINTER_BUCKETS", "assay-inbox")
        .containsEntry("ASSAY_IDLE_MINUTES", "10")
        .containsEntry("ASSAY_TRACES_TABLE", "assay-Traces");
  }

  @Test
  void the_deployed_handlers_and_jars_follow_one_pattern() {
    for (LambdaFunction function : Template.read(deployed(), STACK, Map.of()).functions()) {
      String name = function.logicalId().toLowerCase(Locale.ROOT);
      assertThat(function.handler()).isEqualTo("dev.assay.function." + name + ".Handler");
      assertThat(function.codeUri())
          .isEqualTo("functions/%1$s/target/assay-%1$s-0.1.0-lambda.jar".formatted(name));
    }
  }

  @Test
  void deployed_messages_stay_hidden_six_times_as_long_as_their_function_may_take() {
    Template template = Template.read(deployed(), STACK, Map.of());
    for (LambdaFunction function : template.functions()) {
      for (Trigger.Messages messages : function.triggers(Trigger.Messages.class)) {
        Queue queue =
            template.queues().stream()
                .filter(q -> q.name().equals(messages.queueName()))
                .findFirst()
                .orElseThrow();
        assertThat(queue.visibility()).isGreaterThanOrEqualTo(function.timeout().multipliedBy(6));
        assertThat(queue.redrive()).isNotNull();
        assertThat(messages.reportsFailures()).isTrue();
      }
    }
  }

  private static LambdaFunction function(Template template, String logicalId) {
    return template.functions().stream()
        .filter(f -> f.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  private static Path small() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(TemplateTest.class.getResource("/small.yaml")).toURI());
  }

  private static Path deployed() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("template.yaml"))) {
      directory = Objects.requireNonNull(directory.getParent(), "no template.yaml above");
    }
    return directory.resolve("template.yaml");
  }
}
