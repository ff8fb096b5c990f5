package dev.assay.models;

import dev.assay.core.feedback.PriceTable;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.TokenUse;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Ending;
import dev.assay.core.judge.Prompt;
import dev.assay.core.trace.Json;
import dev.assay.wire.Mappers;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests and answers of the chat completions protocol. */
final class ChatJson {
  /** Characters per token where a server does not say how many it used: rather too few. */
  private static final int CHARACTERS_PER_TOKEN = 3;

  private ChatJson() {}

  static String request(String model, Prompt prompt, ChatDialect dialect, int outputTokens) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    body.put("model", model);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    messages.addObject().put("role", "user").put("content", prompt.user());
    body.put(dialect.completionTokens() ? "max_completion_tokens" : "max_tokens", outputTokens);
    if (dialect.temperature()) {
      body.put("temperature", 0);
    }
    if (dialect.structured()) {
      ObjectNode format = body.putObject("response_format").put("type", "json_schema");
      ObjectNode schema = format.putObject("json_schema").put("name", "answer").put("strict", true);
      schema.set("schema", node(prompt.schema()));
    }
    return body.toString();
  }

  /** What a 200 says. */
  static ModelReply reply(String body, String model, Prompt prompt, PriceTable prices) {
    JsonNode node;
    try {
      node = Mappers.JSON.readTree(body);
    } catch (JacksonException e) {
      return ModelReply.lasting("the model's endpoint answered 200 with no JSON");
    }
    JsonNode choice = node.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return ModelReply.lasting("the model's endpoint answered 200 without choices[0].message");
    }
    String text = message.path("content").asString("");
    return new ModelReply.Answered(
        text, ending(choice, message), spend(node.path("usage"), text, model, prompt, prices));
  }

  private static Ending ending(JsonNode choice, JsonNode message) {
    if (!message.path("refusal").asString("").isEmpty()) {
      return Ending.REFUSED;
    }
    return switch (choice.path("finish_reason").asString("")) {
      case "length" -> Ending.TRUNCATED;
      case "content_filter" -> Ending.REFUSED;
      default -> Ending.COMPLETE;
    };
  }

  private static Spend spend(
      JsonNode usage, String text, String model, Prompt prompt, PriceTable prices) {
    int characters = prompt.system().length() + prompt.user().length();
    long in = usage.path("prompt_tokens").asLong(characters / CHARACTERS_PER_TOKEN);
    long out = usage.path("completion_tokens").asLong(text.length() / CHARACTERS_PER_TOKEN);
    long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong(0);
    return prices.spend(model, new TokenUse(in, cached, 0, out));
  }

  private static JsonNode node(Json json) {
    return switch (json) {
      case Json.Obj object -> {
        ObjectNode node = Mappers.JSON.createObjectNode();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
          node.set(member.getKey(), node(member.getValue()));
        }
        yield node;
      }
      case Json.Arr array -> {
        ArrayNode node = Mappers.JSON.createArrayNode();
        array.items().forEach(item -> node.add(node(item)));
        yield node;
      }
      case Json.Text text -> Mappers.JSON.getNodeFactory().stringNode(text.value());
      case Json.Num number -> Mappers.JSON.getNodeFactory().numberNode(number.value());
      case Json.Bool bool -> Mappers.JSON.getNodeFactory().booleanNode(bool.value());
      case Json.Null _ -> Mappers.JSON.getNodeFactory().nullNode();
    };
  }
}
