package dev.assay.models;

import dev.assay.core.judge.ModelReply.Cause;
import dev.assay.wire.Mappers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A key kept in Secrets Manager: the secret's text, or its member {@code api_key} where it is a
 * JSON object. Read at the first call and not before, so that no snapshot of the function holds it;
 * read again when the provider refuses it, at most twice a minute.
 */
final class SecretKey implements ApiKey {
  private static final Duration BETWEEN_READS = Duration.ofSeconds(30);

  private final Supplier<SecretsManagerClient> clients;
  private final String secret;
  private final InstantSource clock;
  private @Nullable SecretsManagerClient client;
  private Held.@Nullable Known held;
  private Instant readAt = Instant.MIN;

  /**
   * @param clients makes the client at the first use
   * @param secret name or ARN
   */
  SecretKey(Supplier<SecretsManagerClient> clients, String secret, InstantSource clock) {
    this.clients = clients;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public synchronized Held held() {
    return held == null ? read() : held;
  }

  @Override
  public synchronized Held after(Held.Known refused) {
    Held.Known now = held;
    if (now != null && !now.equals(refused)) {
      return now;
    }
    boolean tooSoon = clock.instant().isBefore(readAt.plus(BETWEEN_READS));
    return now != null && tooSoon ? now : read();
  }

  private Held read() {
    try {
      if (client == null) {
        client = clients.get();
      }
      String text = client.getSecretValue(request -> request.secretId(secret)).secretString();
      Held read = key(text);
      if (read instanceof Held.Known known) {
        held = known;
        readAt = clock.instant();
      }
      return read;
    } catch (SecretsManagerException e) {
      boolean passing = e.isThrottlingException() || e.statusCode() >= 500;
      return unreadable("Secrets Manager answered " + e.statusCode(), passing);
    } catch (SdkClientException e) {
      return unreadable(e.getClass().getSimpleName(), true);
    }
  }

  private Held key(@Nullable String text) {
    String key = text == null ? "" : text.strip();
    if (key.startsWith("{")) {
      key = member(key);
    }
    // A header takes visible ASCII alone; saying so here keeps the key out of an exception's text.
    return key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)
        ? unreadable("it holds neither a key nor a JSON object with the member api_key", false)
        : new Held.Known(key);
  }

  private static String member(String json) {
    try {
      JsonNode node = Mappers.JSON.readTree(json).path("api_key");
      return node.isString() ? node.stringValue().strip() : "";
    } catch (JacksonException e) {
      return "";
    }
  }

  private Held unreadable(String why, boolean passing) {
    String reason = "the secret " + secret + " with the judge's key cannot be read: " + why;
    Cause cause = passing ? Cause.DOWN : Cause.LASTING;
    return new Held.Unreadable(Statuses.fault(reason, cause, null));
  }
}
