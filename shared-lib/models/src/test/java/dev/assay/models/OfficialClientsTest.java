package dev.assay.models;

import static dev.assay.models.Judging.prompt;
import static dev.assay.models.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.JudgeModel;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our requests against those that the providers' official clients for Python send, recorded by
 * {@code clients.py record} with the same prompt, and our servers' answers read by the real
 * clients.
 */
class OfficialClientsTest {
  private static final String PYTHON =
      Objects.requireNonNullElse(System.getenv("ASSAY_PYTHON"), "python3");
  private static final Terms TERMS =
      new Terms(
          new CallLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1_000),
          PriceTable.builtIn());

  private static JsonNode recorded(String client) throws IOException {
    try (InputStream in =
        OfficialClientsTest.class.getResourceAsStream("clients/" + client + ".json")) {
      return Mappers.JSON.readTree(Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static JudgeModel model(String client, URI server) {
    String name = client.equals("openai") ? "gpt-oss-120b" : "claude-haiku-5-5";
    Protocol protocol =
        client.equals("openai")
            ? new OpenAiChat(server.resolve("/v1"), name, TERMS)
            : new AnthropicMessages(server, name, TERMS);
    return new HttpJudgeModel(name, protocol, ApiKey.of("k"), TERMS, Time.SYSTEM);
  }

  private static String answerOf(String client) {
    ObjectNode body =
        client.equals("openai")
            ? OpenAiBodies.completion("{\"ok\":true}", "stop", 70, 5)
            : AnthropicBodies.answer("{\"ok\":true}", 70, 5);
    return body.toString();
  }

  private static ScriptedServer.Request ours(String client) throws IOException {
    try (ScriptedServer server = new ScriptedServer(json(200, answerOf(client)))) {
      model(client, server.uri()).ask(prompt(), new CallTerms(0.5, 2, null));
      return server.requests.getFirst();
    }
  }

  @Test
  void our_chat_completion_is_the_one_that_the_openai_client_sends() throws IOException {
    JsonNode client = recorded("openai");
    ScriptedServer.Request ours = ours("openai");
    assertThat(Mappers.JSON.readTree(ours.body())).isEqualTo(client.path("body"));
    assertEnvelope(ours, client);
    assertThat(headers(client)).contains("authorization");
  }

  /** The client of the newer protocol has no temperature; models that take none refuse ours. */
  @Test
  void our_message_is_the_one_that_the_anthropic_client_sends_but_for_the_temperature()
      throws IOException {
    JsonNode client = recorded("anthropic");
    ScriptedServer.Request ours = ours("anthropic");
    ObjectNode body = (ObjectNode) Mappers.JSON.readTree(ours.body());
    assertThat(body.remove("temperature").asDouble(0)).isEqualTo(0.5);
    assertThat(body).isEqualTo(client.path("body"));
    assertEnvelope(ours, client);
    assertThat(headers(client)).contains("anthropic-version");
  }

  private static void assertEnvelope(ScriptedServer.Request ours, JsonNode client) {
    assertThat(ours.path()).isEqualTo(client.path("path").asString());
    assertThat(ours.header("content-type")).isEqualTo(client.path("content_type").asString());
    assertThat(headers(client)).contains("content-type", "accept");
  }

  private static List<String> headers(JsonNode client) {
    List<String> names = new ArrayList<>();
    client.path("headers").forEach(name -> names.add(name.asString()));
    return names;
  }

  @ParameterizedTest
  @CsvSource({"openai,stop", "anthropic,tool_use"})
  void the_real_client_reads_our_servers_answers_and_still_sends_what_was_recorded(
      String client, String stop) throws Exception {
    assumeTrue(
        run("-c", "import " + client).isPresent(),
        "no python3 with " + client + ": pip install it, or name one in ASSAY_PYTHON");
    try (ScriptedServer server = new ScriptedServer(json(200, answerOf(client)))) {
      String said = run(script(), "ask", client, server.uri().toString()).orElseThrow();
      JsonNode read = Mappers.JSON.readTree(said);
      assertThat(read.path("text").asString()).isEqualTo("{\"ok\":true}");
      assertThat(read.path("stop").asString()).isEqualTo(stop);
      assertThat(read.path("input").asInt()).isEqualTo(70);
      assertThat(read.path("output").asInt()).isEqualTo(5);
      assertThat(Mappers.JSON.readTree(server.requests.getFirst().body()))
          .isEqualTo(recorded(client).path("body"));
    }
  }

  @Test
  void the_real_openai_client_reads_our_refusal_as_one() throws Exception {
    assumeTrue(
        run("-c", "import openai").isPresent(),
        "no python3 with openai: pip install it, or name one in ASSAY_PYTHON");
    try (ScriptedServer server =
        new ScriptedServer(json(200, new OpenAiContractTest().refused()))) {
      String said = run(script(), "ask", "openai", server.uri().toString()).orElseThrow();
      assertThat(Mappers.JSON.readTree(said).path("refusal").asString()).isNotEmpty();
    }
  }

  private static String script() throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(OfficialClientsTest.class.getResource("clients/clients.py"))
                .toURI())
        .toString();
  }

  /** What Python prints; empty when it is not there or fails. */
  private static Optional<String> run(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(said)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
