package dev.assay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.trace.TraceId;
import dev.assay.local.Clients;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.lambda.SqsEvents.Delivered;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each function's shipped jar answers its sample of {@code events/}. What a sample of a later stage
 * points at is replaced by what ingest really put on that stage's queue.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FunctionJarsTest {
  private static final TraceId REFUND = new TraceId("sample-refund-1");
  private static final TraceId CALL = new TraceId("sample-call-2");

  /** Loaded with the language model and not before. */
  private static final String MODEL_CLASS = "opennlp.tools.ml.maxent.GISModel";

  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  private LocalSystem system;
  private Clients clients;
  private Adapters adapters;
  private String ingested = "";
  private List<Delivered> checks = List.of();

  @BeforeAll
  void ingestTakesItsSample() throws Exception {
    ShippedJars.assumePackaged();
    system = LocalSystem.start(LocalOptions.of(ShippedJars.template()).withFunctions(Set.of()));
    clients = Clients.of(system.endpoint());
    adapters = new Adapters(new Environment(everyVariable()), InstantSource.system());
    for (var function : system.template().functions()) {
      System.out.printf(
          "%s: %.1f MB%n", function.codeUri(), Files.size(ShippedJars.of(function)) / 1e6);
    }
    try (FunctionProcess ingest = FunctionProcess.start(system, "Ingest")) {
      ingested = ingest.invoke(sample("ingest-sqs.json").toString());
    }
    checks = SqsEvents.drain(clients.sqs(), system, "ChecksQueue");
  }

  @AfterAll
  void stop() {
    if (adapters != null) {
      adapters.close();
      clients.close();
      system.close();
    }
  }

  private Map<String, String> everyVariable() {
    Map<String, String> variables = new HashMap<>();
    system.template().functions().forEach(f -> variables.putAll(system.environment(f.logicalId())));
    return variables;
  }

  @Test
  void ingest_stores_its_sample_and_hands_it_over() {
    assertThat(ingested).isEqualTo(NOTHING_FAILED);
    assertThat(adapters.traceArchive().find(REFUND)).isPresent();
    assertThat(adapters.traceArchive().find(CALL)).isPresent();
    String segment = adapters.traceArchive().find(REFUND).orElseThrow().pointer().segment();
    assertThat(
            clients
                .s3()
                .headObject(
                    r -> r.bucket(system.resources().getOrDefault("Segments", "")).key(segment))
                .contentLength())
        .isPositive();
    assertThat(checks).hasSize(1);
    assertThat(checks.getFirst().body()).contains(REFUND.value()).contains(CALL.value());
  }

  @Test
  void check_finds_what_is_wrong_in_the_sample() throws Exception {
    try (FunctionProcess check = FunctionProcess.start(system, "Check")) {
      assertThat(check.invoke(pointing("check-sqs.json"))).isEqualTo(NOTHING_FAILED);
    }

    assertThat(said(Source.Type.CHECK, REFUND)).isNotEmpty();
    assertThat(said(Source.Type.CHECK, CALL)).isNotEmpty();
  }

  @Test
  void a_message_that_check_cannot_read_comes_again_alone() throws Exception {
    ObjectNode event = (ObjectNode) Mappers.JSON.readTree(pointing("check-sqs.json"));
    ObjectNode bad = event.withArray("Records").addObject();
    bad.setAll((ObjectNode) event.at("/Records/0"));
    bad.put("messageId", "m-bad").put("body", "no pointers");

    try (FunctionProcess check = FunctionProcess.start(system, "Check")) {
      assertThat(check.invoke(event.toString()))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-bad\"}]}");
    }
  }

  @Test
  void judge_scores_the_sample() throws Exception {
    try (FunctionProcess judge = FunctionProcess.start(system, "Judge")) {
      assertThat(judge.invoke(pointing("judge-sqs.json"))).isEqualTo(NOTHING_FAILED);
    }

    assertThat(said(Source.Type.JUDGE, REFUND)).hasSize(1);
    assertThat(said(Source.Type.JUDGE, CALL)).hasSize(1);
  }

  @Test
  void harvest_answers_its_schedule() throws Exception {
    try (FunctionProcess harvest = FunctionProcess.start(system, "Harvest")) {
      JsonNode answer =
          Mappers.JSON.readTree(harvest.invoke(sample("harvest-schedule.json").toString()));
      assertThat(answer.path("proposed").isObject()).isTrue();
    }
  }

  @Test
  void api_answers_a_request() throws Exception {
    try (FunctionProcess api = FunctionProcess.start(system, "Api")) {
      JsonNode answer = Mappers.JSON.readTree(api.invoke(sample("api-get-status.json").toString()));
      assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
      assertThat(Mappers.JSON.readTree(answer.path("body").asString()).path("project").asString())
          .isEqualTo("default");
    }
  }

  @Test
  void under_snap_start_ingest_is_warm_before_its_snapshot_and_works_after_it() throws Exception {
    Map<String, String> snapStart =
        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start", "JAVA_TOOL_OPTIONS", options());
    try (FunctionProcess ingest = FunctionProcess.start(system, "Ingest", snapStart)) {
      String before = ingest.snapshotAndRestore();

      assertThat(ingest.invoke(sample("ingest-sqs.json").toString())).isEqualTo(NOTHING_FAILED);
      assertThat(before).contains(MODEL_CLASS + " source");
    }
  }

  private String options() {
    return system.environment("Ingest").getOrDefault("JAVA_TOOL_OPTIONS", "")
        + " -Xlog:class+load:stdout";
  }

  /** The sample with the body that ingest really handed on. */
  private String pointing(String name) throws IOException {
    ObjectNode event = (ObjectNode) sample(name);
    ((ObjectNode) event.at("/Records/0")).put("body", checks.getFirst().body());
    return event.toString();
  }

  private static JsonNode sample(String name) throws IOException {
    Path file = ShippedJars.root().resolve("events").resolve(name);
    return Mappers.JSON.readTree(Files.readString(file));
  }

  private List<Feedback> said(Source.Type type, TraceId trace) {
    return adapters.feedbackLog().of(trace).stream()
        .filter(feedback -> feedback.source().type() == type)
        .toList();
  }
}
