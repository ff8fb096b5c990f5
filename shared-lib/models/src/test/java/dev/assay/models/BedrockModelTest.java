package dev.assay.models;

import static dev.assay.models.BedrockContractTest.MODEL;
import static dev.assay.models.Judging.prompt;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Answered;
import dev.assay.core.judge.ModelReply.Faulty;
import dev.assay.models.ScriptedServer.Answer;
import dev.assay.wire.Mappers;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BedrockModelTest {
  private static final String ANSWER =
      BedrockBodies.answer("{\"ok\":true,\"n\":1.50}", 1_000, 100).toString();

  private static JudgeModel model(ScriptedServer server) {
    return JudgeModels.once(
        new ModelAddress.Bedrock(MODEL),
        ApiKey.NONE,
        new Terms(CallLimits.DEFAULT, PriceTable.builtIn()),
        BedrockContractTest.access(server));
  }

  private static Answer refusal(int status, String type, String words) {
    String body = Mappers.JSON.createObjectNode().put("message", words).toString();
    return json(status, body, "x-amzn-errortype", type);
  }

  @Test
  void the_request_makes_the_model_call_the_tool_and_marks_what_can_be_cached() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, ANSWER))) {
      assertThat(model(server).ask(prompt()))
          .isInstanceOfSatisfying(
              Answered.class,
              answered -> assertThat(answered.text()).isEqualTo("{\"ok\":true,\"n\":1.50}"));
      ScriptedServer.Request request = server.requests.getFirst();
      assertThat(request.path()).startsWith("/model/us.anthropic").endsWith("/converse");
      JsonNode body = Mappers.JSON.readTree(request.body());
      assertThat(body.at("/toolConfig/toolChoice/tool/name").asString("")).isEqualTo("answer");
      assertThat(body.at("/toolConfig/tools/0/toolSpec/inputSchema/json/required/0").asString(""))
          .isEqualTo("ok");
      assertThat(body.at("/system/1/cachePoint/type").asString("")).isEqualTo("default");
      assertThat(body.at("/inferenceConfig/temperature").asDouble(1)).isZero();
    }
  }

  @Test
  void what_the_cache_took_and_gave_has_prices_of_its_own() throws IOException {
    ObjectNode body = BedrockBodies.answer("{}", 1_000, 100);
    ((ObjectNode) body.path("usage"))
        .put("cacheWriteInputTokens", 5_000)
        .put("cacheReadInputTokens", 20_000);
    try (ScriptedServer server = new ScriptedServer(json(200, body.toString()))) {
      var spend = model(server).ask(prompt()).spend();
      assertThat(spend.inputTokens()).isEqualTo(26_000);
      assertThat(spend.costUsd())
          .isCloseTo((1_000 + 5_000 * 1.25 + 20_000 * 0.1 + 100 * 5) / 1e6, within(1e-9));
    }
  }

  @Test
  void a_model_without_cache_tools_or_temperature_is_asked_without_from_then_on()
      throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            refusal(
                403,
                "AccessDeniedException",
                "You invoked an unsupported model or your request did not allow prompt caching."),
            refusal(400, "ValidationException", "This model doesn't support the toolConfig field."),
            refusal(400, "ValidationException", "temperature is not supported"),
            refusal(400, "ValidationException", "This model doesn't support outputConfig."),
            json(200, BedrockBodies.text("{\"ok\":true}", "end_turn", 10, 1).toString()))) {
      JudgeModel model = model(server);
      assertThat(model.ask(prompt())).isInstanceOf(Answered.class);
      model.ask(prompt(), new CallTerms(0.5, 1, null));
      assertThat(server.requests).hasSize(6);
      assertThat(server.requests.get(2).body()).contains("jsonSchema").doesNotContain("toolConfig");
      assertThat(server.requests.getLast().body())
          .doesNotContain("cachePoint", "toolConfig", "outputConfig", "temperature");
    }
  }

  @Test
  void a_refusal_tells_its_code_and_a_throttled_one_says_so() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            refusal(403, "AccessDeniedException", "no"),
            refusal(400, "ThrottlingException", "slow"))) {
      JudgeModel model = model(server);
      assertThat(model.ask(prompt()))
          .isInstanceOfSatisfying(
              Faulty.class,
              faulty ->
                  assertThat(faulty.fault().reason())
                      .isEqualTo("Bedrock answered 403 AccessDeniedException"));
      assertThat(model.ask(prompt()))
          .isInstanceOfSatisfying(
              Faulty.class,
              faulty -> assertThat(faulty.cause()).isEqualTo(ModelReply.Cause.THROTTLED));
    }
  }
}
