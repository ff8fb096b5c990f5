package dev.assay.testkit.judge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model server on loopback that speaks OpenAI's chat completions. The model's name in a request
 * is a {@link Temperament}'s; everything else it knows is the prompt's text. Safe for several
 * threads.
 */
public final class GullibleServer implements AutoCloseable {
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Listens at once, on a free port. */
  public GullibleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/v1/chat/completions", this::handle);
    server.start();
  }

  /** Such as {@code http://127.0.0.1:4242/v1}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /** As a configuration names a model of that temperament. */
  public String spec(Temperament temperament) {
    return "openai:" + uri() + "#" + temperament.id();
  }

  /** The content that a model of that temperament answers a prompt with. */
  public static String answer(String user, Temperament temperament) {
    return new Answering(PromptText.of(user), temperament).json();
  }

  /** These words; where they are an object, with the right answers to bare questions added. */
  public static String withControls(String user, String words) {
    if (!words.startsWith("{")) {
      return words;
    }
    ObjectNode answer = (ObjectNode) Mappers.JSON.readTree(words);
    JsonNode sound = Mappers.JSON.readTree(answer(user, Temperament.SOUND));
    for (PromptText.Question question : PromptText.of(user).questions()) {
      if (question.bare()) {
        answer.set(question.section(), sound.path(question.section()));
      }
    }
    return answer.toString();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode asked = Mappers.JSON.readTree(exchange.getRequestBody().readAllBytes());
      byte[] body = completion(asked).toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("content-type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static ObjectNode completion(JsonNode asked) {
    String user = asked.at("/messages/1/content").asString("");
    Temperament temperament = Temperament.of(asked.path("model").asString(""));
    String content = answer(user, temperament);
    ObjectNode completion = Mappers.JSON.createObjectNode();
    ObjectNode choice = completion.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", content);
    completion
        .putObject("usage")
        .put("prompt_tokens", user.length() / CHARACTERS_PER_TOKEN)
        .put("completion_tokens", content.length() / CHARACTERS_PER_TOKEN);
    return completion;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
