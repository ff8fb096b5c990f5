package dev.assay.local.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.TraceId;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.Repository;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each script of {@code events/send} sends a trace to the local system as its reader would run it.
 * What is not installed is skipped and says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SendersTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String QUEUE = "assay-traces";

  /** Seconds on a quiet machine; the limit is for a loaded one. */
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Path scripts = Repository.root().resolve("events/send");
  private final String sample = Repository.root().resolve("events/trace.json").toString();
  private final LocalSystem system =
      LocalSystem.start(
          LocalOptions.of(Repository.root().resolve("template.yaml"))
              .withParameters(Map.of("BatchingWindowSeconds", "1")));
  private final Adapters adapters =
      new Adapters(new Environment(system.environment("Check")), InstantSource.system());
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void nothing_is_there_yet() {
    assertThat(adapters.feedbackLog().of(new TraceId("sent-by-boto3"))).isEmpty();
  }

  @AfterAll
  void stop() {
    http.close();
    adapters.close();
    system.close();
  }

  @Test
  void boto3_sends_a_trace() throws Exception {
    Script python = program(variable("ASSAY_PYTHON").orElse("python3"), Map.of());
    assumeTrue(
        python.works("-c", "import boto3"),
        "no python3 with boto3: pip install boto3, or name one in ASSAY_PYTHON");

    assertFeedbackAfter(python, "send.py", "sent-by-boto3");
  }

  @Test
  void the_sdk_for_javascript_sends_a_trace() throws Exception {
    String modules =
        variable("ASSAY_NODE_MODULES").orElse(scripts.resolve("node_modules").toString());
    Script node = program("node", Map.of("NODE_PATH", modules));
    assumeTrue(
        node.works("-e", "require.resolve('@aws-sdk/client-sqs')"),
        "no node with @aws-sdk/client-sqs: npm install it in events/send, or name the node_modules"
            + " that has it in ASSAY_NODE_MODULES");

    assertFeedbackAfter(node, "send.mjs", "sent-by-javascript");
  }

  @Test
  void the_aws_cli_sends_a_trace() throws Exception {
    String cli = variable("ASSAY_AWS_CLI").orElse("aws");
    assumeTrue(
        program(cli, Map.of()).works("--version"), "no aws on the PATH: name it in ASSAY_AWS_CLI");

    assertFeedbackAfter(program("bash", Map.of("AWS_CLI", cli)), "send.sh", "sent-by-the-cli");
  }

  @Test
  void the_sdk_for_java_sends_a_trace() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Script script =
        new Script(
            List.of(java, "-cp", System.getProperty("java.class.path")),
            Map.of(
                "AWS_ENDPOINT_URL", system.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));

    assertFeedbackAfter(script, "Send.java", "sent-by-java");
  }

  private void assertFeedbackAfter(Script script, String name, String traceId) throws Exception {
    Script.Outcome sent = script.run(scripts.resolve(name).toString(), QUEUE, sample, traceId);

    assertThat(sent.status()).as(sent.output()).isZero();
    assertThat(awaitFeedback(new TraceId(traceId)))
        .as("the agent says £64.90 where £54.90 was refunded")
        .filteredOn(one -> one.assessment().key().equals("commitments"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.assessment().verdict()).isInstanceOf(Verdict.Scored.class);
          assertThat(one.assessment().findings()).isNotEmpty();
        });
    JsonNode shown = shown(traceId);
    assertThat(shown.path("trace_id").asString("")).isEqualTo(traceId);
    assertThat(
            StreamSupport.stream(shown.path("feedback").spliterator(), false)
                .map(one -> one.path("score").asDouble(-1)))
        .anyMatch(score -> score >= 0);
    assertThat(shown.toString()).doesNotContain("imogen.lowe@example.com", "07700 900142");
  }

  private List<Feedback> awaitFeedback(TraceId trace) throws InterruptedException {
    long end = System.nanoTime() + SOON.toNanos();
    List<Feedback> feedback = adapters.feedbackLog().of(trace);
    while (!isChecked(feedback) && System.nanoTime() < end) {
      Thread.sleep(100);
      feedback = adapters.feedbackLog().of(trace);
    }
    return feedback;
  }

  /** The judge may have been faster than the check. */
  private static boolean isChecked(List<Feedback> feedback) {
    return feedback.stream().anyMatch(one -> one.assessment().key().equals("commitments"));
  }

  private JsonNode shown(String traceId) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.endpoint().resolve("/v1/traces/" + traceId)).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** A script knows by itself what else its SDK wants for a local system. */
  private Script program(String name, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("AWS_ENDPOINT_URL", system.endpoint().toString());
    return new Script(List.of(name), variables);
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
  }
}
