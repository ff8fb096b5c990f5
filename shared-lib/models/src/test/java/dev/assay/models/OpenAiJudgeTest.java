package dev.assay.models;

import static dev.assay.models.Judging.answer;
import static dev.assay.models.Judging.faultOf;
import static dev.assay.models.Judging.trace;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.models.ScriptedServer.Answer;
import dev.assay.wire.Mappers;
import dev.assay.wire.judge.BuiltInRubrics;
import dev.assay.wire.judge.JsonAnswerReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenAiJudgeTest {
  private static Assessment judge(ScriptedServer server) {
    Map<String, String> environment =
        Map.of("ASSAY_JUDGE_API_KEY", "secret-key", "ASSAY_JUDGE_TIMEOUT_SECONDS", "1");
    return new RubricJudge(
            new RubricSet(List.of(BuiltInRubrics.faithfulness())),
            Panel.of(JudgeModels.model("openai:" + server.uri() + "/v1#gpt-oss-120b", environment)),
            new JsonAnswerReader(),
            new PromptWriter(),
            Marks.from(new SplittableRandom(1)))
        .assess(trace())
        .getFirst();
  }

  private static Answer completion(String content, String finish) {
    return json(200, OpenAiBodies.completion(content, finish, 1_000_000, 200_000).toString());
  }

  @Test
  void an_answer_becomes_a_score_with_comment_finding_tokens_and_cost() throws IOException {
    try (ScriptedServer server = new ScriptedServer(completion(answer("undone_action"), "stop"))) {
      Assessment assessment = judge(server);

      assertThat(assessment.verdict()).isEqualTo(Verdict.scored(5.0 / 7));
      assertThat(assessment.comment()).isEqualTo("undone_action: no call did it");
      assertThat(assessment.findings())
          .singleElement()
          .satisfies(finding -> {
            assertThat(finding.message()).isEqualTo(1);
            assertThat(finding.text()).isEqualTo("I have cancelled it");
          });
      assertThat(assessment.spend().inputTokens()).isEqualTo(1_000_000);
      assertThat(assessment.spend().costUsd()).isCloseTo(0.15 + 0.12, within(1e-9));
    }
  }

  @Test
  void the_request_is_a_chat_completion_with_schema_at_temperature_zero() throws IOException {
    try (ScriptedServer server = new ScriptedServer(completion(answer(""), "stop"))) {
      judge(server);

      ScriptedServer.Request request = server.requests.getFirst();
      JsonNode body = Mappers.JSON.readTree(request.body());
      assertThat(request.path()).isEqualTo("/v1/chat/completions");
      assertThat(request.header("authorization")).isEqualTo("Bearer secret-key");
      assertThat(body.path("temperature").asInt(1)).isZero();
      assertThat(body.path("messages").path(0).path("role").asString()).isEqualTo("system");
      JsonNode schema = body.path("response_format").path("json_schema").path("schema");
      assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
      assertThat(schema.at("/properties/faithfulness/required").size()).isEqualTo(5);
    }
  }

  @Test
  void a_server_without_structured_output_is_asked_without_it_from_then_on() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            json(400, "{\"error\":{\"message\":\"response_format is not supported\"}}"),
            completion("Here you are:\n```json\n" + answer("") + "\n```", "stop"))) {
      assertThat(judge(server).verdict()).isEqualTo(Verdict.scored(1));
      assertThat(server.requests).hasSize(2);
      assertThat(server.requests.getLast().body()).doesNotContain("response_format");
    }
  }

  @Test
  void a_reasoning_model_is_asked_without_temperature_and_with_the_newer_limit()
      throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            json(
                400,
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported"
                    + " with this model. Use 'max_completion_tokens' instead.\"}}"),
            json(400, "{\"error\":{\"message\":\"'temperature' does not support 0\"}}"),
            completion(answer(""), "stop"))) {
      assertThat(judge(server).verdict()).isEqualTo(Verdict.scored(1));
      JsonNode body = Mappers.JSON.readTree(server.requests.getLast().body());
      assertThat(body.path("max_completion_tokens").asInt(0)).isPositive();
      assertThat(body.has("max_tokens")).isFalse();
      assertThat(body.has("temperature")).isFalse();
      assertThat(server.requests).hasSize(3);
    }
  }

  @Test
  void a_wrong_key_is_a_lasting_fault_that_tells_neither_key_nor_body() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(401, "{\"error\":\"bad secret-key\"}"))) {
      assertThat(faultOf(judge(server)))
          .isEqualTo(new Fault("the model's endpoint answered 401", false));
      assertThat(server.requests).hasSize(1);
    }
  }

  @Test
  void garbage_then_an_answer_is_scored_with_both_calls_paid_and_the_error_shown()
      throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            completion("I would say it is fine.", "stop"), completion(answer(""), "stop"))) {
      Assessment assessment = judge(server);
      assertThat(assessment.verdict()).isEqualTo(Verdict.scored(1));
      assertThat(assessment.spend().inputTokens()).isEqualTo(2_000_000);
      assertThat(server.requests.getLast().body()).contains("a JSON object was expected");
    }
  }

  @Test
  void answers_of_no_use_are_failed_and_never_a_zero() throws IOException {
    String refusal =
        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"no\"},"
            + "\"finish_reason\":\"stop\"}]}";
    List<Answer> answers =
        List.of(
            completion("{\"unsupported_fact\":{\"answer\":\"yes\"}}", "stop"),
            completion(answer("").replace("\"yes\"", "\"7\""), "stop"),
            completion(answer("").substring(0, 40), "length"),
            json(200, refusal));
    for (Answer answer : answers) {
      try (ScriptedServer server = new ScriptedServer(answer)) {
        assertThat(faultOf(judge(server)).reason()).startsWith("the judge's answer was of no use");
        assertThat(server.requests).hasSize(2);
      }
    }
  }
}
