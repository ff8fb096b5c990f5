package dev.assay.models;

import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.TokenUse;
import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.ModelReply.Ending;
import dev.assay.core.judge.Prompt;
import dev.assay.wire.JsonValues;
import dev.assay.wire.Mappers;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions, which vLLM, Ollama and gateways speak too. The answer follows a schema
 * where the server takes {@code response_format}. Servers keep prompts in their caches unasked.
 */
final class OpenAiChat implements Protocol {
  private final URI endpoint;
  private final String model;
  private final Terms terms;

  /**
   * @param base such as {@code http://127.0.0.1:11434/v1}
   */
  OpenAiChat(URI base, String model, Terms terms) {
    this.endpoint = Endpoints.under(base, "/chat/completions");
    this.model = model;
    this.terms = terms;
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public Map<String, String> authorization(String key) {
    return Map.of("authorization", "Bearer " + key);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  @Override
  public String request(Prompt prompt, CallTerms asked, Set<Part> parts) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    body.put("model", model);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", prompt.system());
    messages.addObject().put("role", "user").put("content", prompt.user());
    String limit = parts.contains(Part.MAX_TOKENS) ? "max_tokens" : "max_completion_tokens";
    body.put(limit, terms.limits().outputTokens(prompt));
    if (parts.contains(Part.TEMPERATURE)) {
      body.put("temperature", asked.temperature());
    }
    if (asked.seed() != null && parts.contains(Part.SEED)) {
      body.put("seed", asked.seed());
    }
    if (parts.contains(Part.FORMAT)) {
      ObjectNode format = body.putObject("response_format").put("type", "json_schema");
      ObjectNode schema = format.putObject("json_schema").put("name", "answer").put("strict", true);
      schema.set("schema", JsonValues.treeOf(prompt.schema()));
    }
    return body.toString();
  }

  @Override
  public Optional<Part> refused(String refusal, Set<Part> parts) {
    String words = refusal.toLowerCase(Locale.ROOT);
    if (words.contains("response_format") || words.contains("json_schema")) {
      return Optional.of(Part.FORMAT);
    }
    if (words.contains("max_completion_tokens") && parts.contains(Part.MAX_TOKENS)) {
      return Optional.of(Part.MAX_TOKENS);
    }
    if (words.contains("temperature")) {
      return Optional.of(Part.TEMPERATURE);
    }
    return words.contains("seed") ? Optional.of(Part.SEED) : Optional.empty();
  }

  @Override
  public ModelReply reply(String body, Prompt prompt) {
    JsonNode node;
    try {
      node = Mappers.JSON.readTree(body);
    } catch (JacksonException e) {
      return Endpoints.unreadable(body, "no JSON", terms.lost(model, prompt));
    }
    JsonNode choice = node.path("choices").path(0);
    JsonNode message = choice.path("message");
    if (!message.isObject()) {
      return Endpoints.unreadable(body, "no choices[0].message", terms.lost(model, prompt));
    }
    String text = message.path("content").asString("");
    return new ModelReply.Answered(
        text, ending(choice, message), spend(node.path("usage"), text, prompt));
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

  private Spend spend(JsonNode usage, String text, Prompt prompt) {
    JsonNode in = usage.path("prompt_tokens");
    JsonNode out = usage.path("completion_tokens");
    if (!in.isIntegralNumber() || !out.isIntegralNumber()) {
      return terms.unsaid(model, prompt, text);
    }
    JsonNode details = usage.path("prompt_tokens_details");
    long cached = details.path("cached_tokens").asLong(0);
    long written = details.path("cache_write_tokens").asLong(0);
    return terms.prices().spend(model, new TokenUse(in.asLong(0), cached, written, out.asLong(0)));
  }
}
