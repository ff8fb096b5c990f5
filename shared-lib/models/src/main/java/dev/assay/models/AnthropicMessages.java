package dev.assay.models;

import dev.assay.core.feedback.Fault;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * Anthropic's Messages. The answer comes as the input of a tool that the model must call, so that
 * it follows the schema; a model that always thinks refuses that and is given the schema as the
 * form of its text. The mark for the cache stands behind the system text; what lies before it (the
 * tool with the schema, then the system text) is the same for every trace, the user's message is
 * not: the rubric comes after the conversation there, for safety. A prefix shorter than the model's
 * minimum (1 024 to 4 096 tokens) is not kept, at no charge.
 */
final class AnthropicMessages implements Protocol {
  static final URI HOME = URI.create("https://api.anthropic.com");

  /**
   * The version of the protocol that models old and new answer. The one of 2026-10-21 takes no
   * temperature at all; under this one only the newer models refuse it, by name.
   */
  private static final String VERSION = "2023-06-01";

  private static final String TOOL = "answer";

  private final URI endpoint;
  private final String model;
  private final Terms terms;

  AnthropicMessages(URI base, String model, Terms terms) {
    String text = base.toString().replaceAll("/+$", "");
    boolean versioned = text.endsWith("/v1") || text.endsWith("/messages");
    this.endpoint = Endpoints.under(base, versioned ? "/messages" : "/v1/messages");
    this.model = model;
    this.terms = terms;
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public Map<String, String> authorization(String key) {
    return Map.of("x-api-key", key);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("anthropic-version", VERSION);
  }

  @Override
  public String request(Prompt prompt, CallTerms asked, Set<Part> parts) {
    ObjectNode body = Mappers.JSON.createObjectNode();
    body.put("model", model).put("max_tokens", terms.limits().outputTokens(prompt));
    if (parts.contains(Part.TEMPERATURE)) {
      body.put("temperature", asked.temperature());
    }
    ObjectNode system = body.putArray("system").addObject();
    system.put("type", "text").put("text", prompt.system());
    if (parts.contains(Part.CACHE)) {
      system.putObject("cache_control").put("type", "ephemeral");
    }
    body.putArray("messages").addObject().put("role", "user").put("content", prompt.user());
    if (parts.contains(Part.TOOL)) {
      ObjectNode tool = body.putArray("tools").addObject();
      tool.put("name", TOOL).put("description", AnswerTool.DESCRIPTION);
      tool.set("input_schema", JsonValues.treeOf(prompt.schema()));
      body.putObject("tool_choice").put("type", "tool").put("name", TOOL);
    } else if (parts.contains(Part.FORMAT)) {
      ObjectNode format = body.putObject("output_config").putObject("format");
      format.put("type", "json_schema").set("schema", JsonValues.treeOf(prompt.schema()));
    }
    return body.toString();
  }

  @Override
  public Optional<Part> refused(String refusal, Set<Part> parts) {
    String words = refusal.toLowerCase(Locale.ROOT);
    if (words.contains("cache_control")) {
      return Optional.of(Part.CACHE);
    }
    if (words.contains("temperature")) {
      return Optional.of(Part.TEMPERATURE);
    }
    if (words.contains("tool") && parts.contains(Part.TOOL)) {
      return Optional.of(Part.TOOL);
    }
    return words.contains("output_config") ? Optional.of(Part.FORMAT) : Optional.empty();
  }

  @Override
  public ModelReply reply(String body, Prompt prompt) {
    JsonNode node;
    try {
      node = Mappers.JSON.readTree(body);
    } catch (JacksonException e) {
      return Endpoints.unreadable(body, "no JSON", terms.lost(model, prompt));
    }
    if (!node.path("content").isArray()) {
      return Endpoints.unreadable(body, "no content", terms.lost(model, prompt));
    }
    String text = text(node.path("content"));
    Spend spend = spend(node.path("usage"), text, prompt);
    String stop = node.path("stop_reason").asString("");
    if (stop.equals("model_context_window_exceeded")) {
      return new ModelReply.Faulty(new Fault("the prompt is too long for the model", false), spend);
    }
    return new ModelReply.Answered(text, ending(stop), spend);
  }

  private static String text(JsonNode content) {
    StringBuilder text = new StringBuilder();
    for (JsonNode block : content) {
      if (block.path("type").asString("").equals("tool_use")) {
        return block.path("input").toString();
      }
      text.append(block.path("text").asString(""));
    }
    return text.toString();
  }

  private static Ending ending(String stop) {
    return switch (stop) {
      case "max_tokens" -> Ending.TRUNCATED;
      case "refusal" -> Ending.REFUSED;
      default -> Ending.COMPLETE;
    };
  }

  /** Anthropic counts cached tokens beside the others, the price table among them. */
  private Spend spend(JsonNode usage, String text, Prompt prompt) {
    JsonNode in = usage.path("input_tokens");
    JsonNode out = usage.path("output_tokens");
    if (!in.isIntegralNumber() || !out.isIntegralNumber()) {
      return terms.unsaid(model, prompt, text);
    }
    long read = usage.path("cache_read_input_tokens").asLong(0);
    long written = usage.path("cache_creation_input_tokens").asLong(0);
    long all = in.asLong(0) + read + written;
    return terms.prices().spend(model, new TokenUse(all, read, written, out.asLong(0)));
  }
}
