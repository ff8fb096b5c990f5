package dev.assay.cli;

import com.sun.net.httpserver.HttpServer;
import dev.assay.testkit.judge.GullibleServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** A chat endpoint on loopback that always answers the same, and the control questions rightly. */
final class ChatServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** Answers with a status and, where it is 200, with these words of the model. */
  ChatServer(int status, String words) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            requests.add(new String(asked, StandardCharsets.UTF_8));
            String user = JSON.readTree(asked).at("/messages/1/content").asString("");
            byte[] body =
                body(GullibleServer.withControls(user, words)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  private static String body(String words) {
    var json = JSON.createObjectNode();
    var choice = json.putArray("choices").addObject().put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", words);
    json.putObject("usage").put("prompt_tokens", 1_000).put("completion_tokens", 100);
    return json.toString();
  }

  /** As {@code --model} names it. */
  String spec() {
    return "openai:http://127.0.0.1:" + server.getAddress().getPort() + "/v1#claude-haiku-4-5";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
