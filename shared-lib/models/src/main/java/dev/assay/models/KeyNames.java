package dev.assay.models;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Under which names a model's key is looked for. The first and the second model have different
 * providers, so that neither's key goes to the other.
 */
enum KeyNames {
  FIRST("ASSAY_JUDGE_API_KEY"),
  SECOND("ASSAY_JUDGE_SECOND_API_KEY");

  private final String own;

  KeyNames(String own) {
    this.own = own;
  }

  /** The key itself, or the secret that holds it, or what the provider's own clients read. */
  ApiKey key(ModelAddress address, AwsAccess aws) {
    Variables variables = aws.variables();
    Optional<String> secret = variables.text(own + "_SECRET");
    if (secret.isPresent() && variables.text(own).isPresent()) {
      throw Variables.wrong(own + "_SECRET", "nothing where " + own + " is given", null);
    }
    if (secret.isPresent()) {
      return new SecretKey(aws::secrets, secret.get(), InstantSource.system());
    }
    return variables
        .text(own)
        .or(() -> variables.text(standard(address)))
        .map(value -> ApiKey.of(sendable(value)))
        .orElse(ApiKey.NONE);
  }

  boolean given(ModelAddress address, Variables variables) {
    return variables
        .text(own)
        .or(() -> variables.text(own + "_SECRET"))
        .or(() -> variables.text(standard(address)))
        .isPresent();
  }

  private String standard(ModelAddress address) {
    return switch (address) {
      case ModelAddress.OpenAi _ -> "OPENAI_API_KEY";
      case ModelAddress.Anthropic _ -> "ANTHROPIC_API_KEY";
      case ModelAddress.Bedrock _ -> own;
    };
  }

  /** A header takes visible ASCII alone; the HTTP client's own refusal would tell the key. */
  private String sendable(String key) {
    if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw Variables.wrong(own, "a key of visible ASCII characters", null);
    }
    return key;
  }
}
