package dev.assay.wire.tau;

import dev.assay.core.trace.TraceId;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports conversations of tau-bench and tau2-bench. What the lines lack is filled in so:
 *
 * <ul>
 *   <li>{@code trace_id}: {@code tau:} and the line's id; characters that no trace id has become
 *       underscores, and an id that is too long is cut and ends in a hash of the whole.
 *   <li>{@code agent.name}: {@code tau-} and the domain; {@code agent.version}: the model's name,
 *       else the harness's, in lower case with dashes.
 *   <li>{@code started_at}: the line's own, read as UTC where it names no offset, else "today" as
 *       the domain's policy has it: airline and retail 2024-05-15T15:00:00-05:00 (retail's policy
 *       names none and takes the airline's), telecom 2025-02-25T12:08:00-05:00.
 *   <li>{@code time_zone}: America/New_York, as the policies count in EST.
 *   <li>{@code channel}: chat; {@code flow}: the domain.
 *   <li>{@code context}: the policy, where its text can be had, so that message indices stay.
 *   <li>{@code outcome}: resolved when the reward is 1, escalated when the agent called {@code
 *       transfer_to_human_agents}, an error when the run ended by anything but a stop.
 * </ul>
 *
 * The simulated customer's script and the expected calls are never taken over: a judge may not see
 * them. Safe for use by several threads.
 */
public final class TauTraces {
  private static final String ZONE = "America/New_York";
  private static final int HASH_DIGITS = 12;
  private static final Set<String> PROPER_ENDS = Set.of("user_stop", "agent_stop");
  private static final List<String> METADATA =
      List.of(
          "source",
          "source_ref",
          "source_file",
          "provenance",
          "license",
          "harness",
          "domain",
          "task_id",
          "trial",
          "reward",
          "reward_breakdown",
          "termination_reason");

  private final Function<String, Optional<String>> policies;

  /**
   * Creates an importer.
   *
   * @param policies the text behind a {@code policy_ref}; empty when there is none
   */
  public TauTraces(Function<String, Optional<String>> policies) {
    this.policies = policies;
  }

  /** An importer that finds policies in files beside the traces; unreadable ones are left out. */
  public static TauTraces beside(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    return new TauTraces(reference -> read(root, reference));
  }

  private static Optional<String> read(Path root, String reference) {
    try {
      Path file = root.resolve(reference).normalize();
      return file.startsWith(root) && Files.isRegularFile(file)
          ? Optional.of(Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True for a line of that form: a harness, a domain, a task and messages, and no trace id. */
  public static boolean looksLikeTau(JsonNode line) {
    return line.isObject()
        && !line.has("trace_id")
        && line.path("harness").isString()
        && line.path("domain").isString()
        && line.has("task_id")
        && line.path("messages").isArray();
  }

  /** One line as a trace of the contract. */
  public ObjectNode trace(JsonNode line) {
    ObjectNode trace = Mappers.JSON.createObjectNode();
    String domain = text(line, "domain");
    trace.put("trace_id", traceId(text(line, "id")));
    ObjectNode agent = trace.putObject("agent");
    agent.put("name", "tau-" + domain);
    String model = text(line, "agent_model");
    agent.put("version", slug(model.isEmpty() ? text(line, "harness") : model));
    if (!model.isEmpty()) {
      agent.put("model", model);
    }
    trace.put("channel", "chat").put("flow", domain).put("time_zone", ZONE);
    trace.put("started_at", instant(text(line, "started_at")).orElse(today(domain)).toString());
    instant(text(line, "ended_at")).ifPresent(end -> trace.put("ended_at", end.toString()));
    TauMessages.copy(line.path("messages"), trace.putArray("messages"));
    addPolicy(trace, text(line, "policy_ref"));
    addOutcome(trace, line);
    ObjectNode metadata = trace.putObject("metadata");
    for (String name : METADATA) {
      if (line.hasNonNull(name)) {
        metadata.set(name, line.get(name).deepCopy());
      }
    }
    return trace;
  }

  private void addPolicy(ObjectNode trace, String reference) {
    Optional<String> policy = reference.isEmpty() ? Optional.empty() : policies.apply(reference);
    policy.ifPresent(text ->
        trace
            .putArray("context")
            .addObject()
            .put("id", reference)
            .put("title", "policy")
            .put("text", text));
  }

  private static void addOutcome(ObjectNode trace, JsonNode line) {
    ObjectNode outcome = trace.putObject("outcome");
    if (line.path("reward").isNumber()) {
      outcome.put("resolved", line.get("reward").doubleValue() >= 1);
    }
    outcome.put("escalated", TauMessages.calls(line, "transfer_to_human_agents"));
    String end = text(line, "termination_reason");
    if (!end.isEmpty() && !PROPER_ENDS.contains(end)) {
      outcome.put("error", end);
    }
  }

  static String traceId(String id) {
    StringBuilder out = new StringBuilder("tau:");
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      out.append(TraceId.isValid(String.valueOf(c)) ? c : '_');
    }
    if (out.length() > TraceId.MAX_LENGTH) {
      out.setLength(TraceId.MAX_LENGTH - HASH_DIGITS - 1);
      out.append('-').append(hash(id));
    }
    return out.toString();
  }

  private static String hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^-|-$", "");
  }

  private static Instant today(String domain) {
    return Instant.parse(
        domain.equals("telecom") ? "2025-02-25T17:08:00Z" : "2024-05-15T20:00:00Z");
  }

  /** The lines write local time without an offset; it is taken as UTC. */
  static Optional<Instant> instant(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException withoutOffset) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException neither) {
        return Optional.empty();
      }
    }
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
