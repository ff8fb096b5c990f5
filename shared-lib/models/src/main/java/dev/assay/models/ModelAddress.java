package dev.assay.models;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a judge's name says: where the model is and which it is. */
sealed interface ModelAddress {
  String FORMS = "evidence, openai:URL#model, anthropic:[URL#]MODEL or bedrock:MODEL_ID";

  /** The provider's id of the model. */
  String model();

  record OpenAi(URI base, String model) implements ModelAddress {}

  record Anthropic(URI base, String model) implements ModelAddress {}

  record Bedrock(String model) implements ModelAddress {}

  /**
   * Reads {@code provider:…}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static ModelAddress of(String spec) {
    Matcher form = Form.PATTERN.matcher(spec);
    if (!form.matches()) {
      throw wrong(spec);
    }
    String url = form.group("url");
    String model = form.group("model");
    return switch (form.group("provider")) {
      case "bedrock" -> new Bedrock(url == null ? model : url + "#" + model);
      case "anthropic" ->
          new Anthropic(url == null ? AnthropicMessages.HOME : base(url, spec), model);
      default -> new OpenAi(base(url == null ? "" : url, spec), model);
    };
  }

  /**
   * Who made a model, as far as its name tells: models of one family err alike.
   *
   * @param model a provider's id
   */
  static Optional<String> family(String model) {
    Matcher name = Form.FAMILY.matcher(model);
    if (!name.find()) {
      return Optional.empty();
    }
    String found = name.group(1);
    return Optional.of(
        switch (found) {
          case "o1", "o3", "o4" -> "gpt";
          case "ministral", "magistral", "mixtral" -> "mistral";
          default -> found;
        });
  }

  private static URI base(String url, String spec) {
    try {
      URI base = URI.create(url);
      boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
      if (http && base.getHost() != null) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrong(spec).getMessage(), e);
    }
    throw wrong(spec);
  }

  private static IllegalArgumentException wrong(String spec) {
    return new IllegalArgumentException("a judge is " + FORMS + ", not \"" + spec + "\"");
  }

  /** Kept apart because an interface's fields are public. */
  final class Form {
    private static final Pattern PATTERN =
        Pattern.compile("(?<provider>openai|anthropic|bedrock):(?:(?<url>.*)#)?(?<model>[^#]+)");
    private static final Pattern FAMILY =
        Pattern.compile(
            "(?:^|[./:-])(claude|gpt|o1|o3|o4|nova|titan|llama|mistral|ministral|magistral|mixtral"
                + "|qwen|gemini|gemma|deepseek|command|phi|kimi|glm|jamba|palmyra)(?![a-z])");

    private Form() {}
  }
}
