package dev.assay.models;

import static dev.assay.models.Judging.prompt;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AnthropicModelTest {
  private static final String ANSWER =
      AnthropicBodies.answer("{\"ok\":true}", 1_000, 100).toString();

  private static JudgeModel model(ScriptedServer server) {
    return JudgeModels.model(
        "anthropic:" + server.uri() + "#claude-haiku-4-5", Map.of("ANTHROPIC_API_KEY", "sk-ant"));
  }

  @Test
  void the_request_makes_the_model_call_the_tool_and_marks_what_can_be_cached() throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, ANSWER))) {
      model(server).ask(prompt());

      ScriptedServer.Request request = server.requests.getFirst();
      assertThat(request.path()).isEqualTo("/v1/messages");
      assertThat(request.header("x-api-key")).isEqualTo("sk-ant");
      assertThat(request.header("anthropic-version")).isEqualTo("2023-06-01");
      assertThat(request.header("authorization")).isEmpty();
      JsonNode body = Mappers.JSON.readTree(request.body());
      assertThat(body.at("/tool_choice/name").asString(""))
          .isEqualTo(body.at("/tools/0/name").asString("?"));
      assertThat(body.at("/tools/0/input_schema/required/0").asString("")).isEqualTo("ok");
      assertThat(body.at("/system/0/cache_control/type").asString("")).isEqualTo("ephemeral");
      assertThat(body.at("/messages/0/content").asString("")).isEqualTo(prompt().user());
      assertThat(body.path("temperature").asInt(1)).isZero();
      assertThat(body.path("stream").asBoolean(false)).isFalse();
    }
  }

  @Test
  void what_the_cache_took_and_gave_has_prices_of_its_own() throws IOException {
    ObjectNode body = AnthropicBodies.answer("{}", 1_000, 100);
    ((ObjectNode) body.path("usage"))
        .put("cache_creation_input_tokens", 5_000)
        .put("cache_read_input_tokens", 20_000);
    try (ScriptedServer server = new ScriptedServer(json(200, body.toString()))) {
      var spend = model(server).ask(prompt()).spend();
      assertThat(spend.inputTokens()).isEqualTo(26_000);
      assertThat(spend.costUsd())
          .isCloseTo((1_000 + 5_000 * 1.25 + 20_000 * 0.1 + 100 * 5) / 1e6, within(1e-9));
    }
  }

  @Test
  void a_gateway_that_knows_no_cache_and_a_model_without_temperature_are_asked_without()
      throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            json(400, "{\"error\":{\"message\":\"system.0.cache_control: not permitted\"}}"),
            json(400, "{\"error\":{\"message\":\"`temperature` is deprecated\"}}"),
            json(200, ANSWER))) {
      JudgeModel model = model(server);
      assertThat(model.ask(prompt())).isInstanceOf(ModelReply.Answered.class);
      model.ask(prompt());
      assertThat(server.requests).hasSize(4);
      assertThat(server.requests.getLast().body()).doesNotContain("cache_control", "temperature");
    }
  }

  @Test
  void a_model_that_always_thinks_is_given_the_schema_as_the_form_of_its_text() throws IOException {
    String text = AnthropicBodies.text("{\"ok\":true}", "end_turn", 10, 1).toString();
    try (ScriptedServer server =
        new ScriptedServer(
            json(
                400, "{\"error\":{\"message\":\"tool_choice: forced tool use is not supported\"}}"),
            json(200, text))) {
      assertThat(model(server).ask(prompt()))
          .isInstanceOfSatisfying(
              ModelReply.Answered.class,
              answered -> assertThat(answered.text()).isEqualTo("{\"ok\":true}"));
      JsonNode body = Mappers.JSON.readTree(server.requests.getLast().body());
      assertThat(body.at("/output_config/format/type").asString("")).isEqualTo("json_schema");
      assertThat(body.at("/output_config/format/schema/required/0").asString("")).isEqualTo("ok");
      assertThat(body.has("tools")).isFalse();
    }
  }

  @Test
  void a_prompt_too_long_is_a_lasting_fault_and_paid() throws IOException {
    String body = AnthropicBodies.text("", "model_context_window_exceeded", 9_000, 1).toString();
    try (ScriptedServer server = new ScriptedServer(json(200, body))) {
      ModelReply reply = model(server).ask(prompt());
      assertThat(reply)
          .isInstanceOfSatisfying(
              ModelReply.Faulty.class, faulty -> assertThat(faulty.fault().passing()).isFalse());
      assertThat(reply.spend().inputTokens()).isEqualTo(9_000);
    }
  }
}
