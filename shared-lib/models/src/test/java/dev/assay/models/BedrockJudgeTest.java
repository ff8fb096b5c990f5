package dev.assay.models;

import static dev.assay.models.Judging.answer;
import static dev.assay.models.Judging.faultOf;
import static dev.assay.models.Judging.trace;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.BuiltInRubrics;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.wire.Mappers;
import dev.assay.wire.judge.JsonAnswerReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import tools.jackson.databind.JsonNode;

class BedrockJudgeTest {
  private static final String MODEL = "us.anthropic.claude-haiku-4-5-20251001-v1:0";
  private static final String USAGE =
      "\"usage\":{\"inputTokens\":900000,\"outputTokens\":100000,\"totalTokens\":1000000,"
          + "\"cacheReadInputTokens\":100000},\"metrics\":{\"latencyMs\":1}";

  private static Assessment judge(ScriptedServer server) {
    try (BedrockRuntimeClient client =
        BedrockRuntimeClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(1)))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .overrideConfiguration(c -> c.retryStrategy(retry -> retry.maxAttempts(2)))
            .endpointOverride(server.uri())
            .build()) {
      return new RubricJudge(
              new RubricSet(List.of(BuiltInRubrics.faithfulness())),
              Panel.of(
                  new BedrockJudgeModel(client, MODEL, CallLimits.DEFAULT, PriceTable.builtIn())),
              new JsonAnswerReader(),
              new PromptWriter(),
              Marks.from(new SplittableRandom(1)))
          .assess(trace())
          .getFirst();
    }
  }

  private static String message(String content, String stop) {
    return "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":["
        + content
        + "]}},\"stopReason\":\""
        + stop
        + "\","
        + USAGE
        + "}";
  }

  private static String tool(String input) {
    return message(
        "{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"answer\",\"input\":" + input + "}}",
        "tool_use");
  }

  @Test
  void the_tools_input_becomes_a_score_with_tokens_and_cost() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, tool(answer("unkept_promise"))))) {
      Assessment assessment = judge(server);

      assertThat(assessment.verdict()).isEqualTo(Verdict.scored(6.0 / 7));
      assertThat(assessment.spend().inputTokens()).isEqualTo(1_000_000);
      assertThat(assessment.spend().costUsd()).isCloseTo(0.9 + 0.01 + 0.5, within(1e-9));
      ScriptedServer.Request request = server.requests.getFirst();
      JsonNode body = Mappers.JSON.readTree(request.body());
      assertThat(request.path())
          .startsWith("/model/us.anthropic.claude-haiku")
          .endsWith("/converse");
      assertThat(body.at("/toolConfig/toolChoice/tool/name").asString()).isEqualTo("answer");
      assertThat(body.at("/toolConfig/tools/0/toolSpec/inputSchema/json/properties/faithfulness/required").size())
          .isEqualTo(5);
    }
  }

  @Test
  void a_model_that_takes_no_tools_is_asked_for_plain_json() throws IOException {
    String refusal = "{\"message\":\"This model doesn't support the toolConfig field.\"}";
    String text = "{\"text\":" + Mappers.JSON.writeValueAsString(answer("")) + "}";
    try (ScriptedServer server =
        new ScriptedServer(
            json(400, refusal, "x-amzn-errortype", "ValidationException"),
            json(200, message(text, "end_turn")))) {
      assertThat(judge(server).verdict()).isEqualTo(Verdict.scored(1));
      assertThat(server.requests.getLast().body()).doesNotContain("toolConfig");
    }
  }

  @Test
  void throttling_is_a_passing_fault_and_a_denied_access_a_lasting_one() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            json(429, "{\"message\":\"slow\"}", "x-amzn-errortype", "ThrottlingException"))) {
      assertThat(faultOf(judge(server)).passing()).isTrue();
      assertThat(server.requests).hasSize(2);
    }
    try (ScriptedServer server =
        new ScriptedServer(
            json(403, "{\"message\":\"no\"}", "x-amzn-errortype", "AccessDeniedException"))) {
      assertThat(faultOf(judge(server)).passing()).isFalse();
      assertThat(faultOf(judge(server)).reason())
          .isEqualTo("Bedrock answered 403 AccessDeniedException");
    }
  }

  @Test
  void truncated_and_filtered_answers_are_failed() throws IOException {
    for (String stop : new String[] {"max_tokens", "content_filtered", "guardrail_intervened"}) {
      try (ScriptedServer server =
          new ScriptedServer(json(200, message("{\"text\":\"{\"}", stop)))) {
        assertThat(faultOf(judge(server)).reason()).startsWith("the judge's answer was of no use");
        assertThat(server.requests).hasSize(2);
      }
    }
  }

  @Test
  void a_slow_model_is_a_passing_fault() throws IOException {
    try (ScriptedServer server = new ScriptedServer(exchange -> Thread.sleep(3_000))) {
      assertThat(faultOf(judge(server)).passing()).isTrue();
    }
  }
}
