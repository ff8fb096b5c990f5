package dev.assay.wire;

import dev.assay.core.ingest.Problem;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sampling policy as a document that people edit. */
public final class PolicyJson {
  private static final Set<String> FIELDS =
      Set.of(
          "version",
          "salt",
          "rates_bp",
          "new_flow_days",
          "low_csat_below",
          "budget",
          "redaction_off");

  private PolicyJson() {}

  /** The document of a policy. */
  public static ObjectNode write(SamplingPolicy policy) {
    ObjectNode json = Mappers.JSON.createObjectNode();
    json.put("version", policy.version());
    json.put("salt", policy.salt());
    ObjectNode rates = json.putObject("rates_bp");
    for (Tier tier : Tier.values()) {
      rates.put(tier.wireName(), policy.rate(tier));
    }
    json.put("new_flow_days", policy.newFlowDays());
    json.put("low_csat_below", policy.lowCsatBelow());
    ObjectNode budget = json.putObject("budget");
    budget.put("share", policy.budget().share());
    budget.put("assumed_cost_usd", policy.budget().assumedCostUsd());
    budget.put("window_seconds", policy.budget().window().toSeconds());
    var off = json.putArray("redaction_off");
    policy.redactionOff().stream().sorted().forEach(off::add);
    return json;
  }

  /**
   * Reads a document; what it does not say stays as in {@code base}.
   *
   * @throws IllegalArgumentException naming each wrong field and what was expected
   */
  public static SamplingPolicy read(String document, SamplingPolicy base) {
    List<Problem> problems = new ArrayList<>();
    JsonNode tree;
    try {
      tree = Mappers.JSON.readTree(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("policy: expected a JSON object, got no JSON", e);
    }
    if (!tree.isObject()) {
      throw new IllegalArgumentException("policy: expected a JSON object");
    }
    Fields root = new Fields(tree, "", problems);
    for (String name : tree.propertyNames()) {
      if (!FIELDS.contains(name)) {
        root.note(name, "one of " + FIELDS.stream().sorted().toList(), "an unknown field");
      }
    }
    SamplingPolicy policy = read(root, base, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", problems.stream().map(Problem::toString).toList()));
    }
    return policy;
  }

  private static SamplingPolicy read(Fields root, SamplingPolicy base, List<Problem> problems) {
    Long version = root.whole("version");
    Long days = root.whole("new_flow_days");
    Double csat = root.number("low_csat_below");
    return new SamplingPolicy(
        version == null ? base.version() : version.intValue(),
        root.text("salt", base.salt()),
        rates(root, base),
        days == null ? base.newFlowDays() : days.intValue(),
        csat == null ? base.lowCsatBelow() : csat,
        budget(root, base.budget()),
        redactionOff(root, base, problems));
  }

  private static Map<Tier, Integer> rates(Fields root, SamplingPolicy base) {
    Map<Tier, Integer> rates = new EnumMap<>(base.rates());
    Fields given = root.object("rates_bp");
    if (given != null) {
      for (Tier tier : Tier.values()) {
        Long rate = given.whole(tier.wireName());
        if (rate != null && (rate < 0 || rate > SamplingPolicy.ALWAYS)) {
          given.note(tier.wireName(), "0 to 10000 basis points", rate.toString());
        } else if (rate != null) {
          rates.put(tier, rate.intValue());
        }
      }
    }
    return rates;
  }

  private static Budget budget(Fields root, Budget base) {
    Fields given = root.object("budget");
    if (given == null) {
      return base;
    }
    Double share = given.number("share");
    Double assumed = given.number("assumed_cost_usd");
    Long window = given.whole("window_seconds");
    return new Budget(
        share == null ? base.share() : share,
        assumed == null ? base.assumedCostUsd() : assumed,
        window == null ? base.window() : Duration.ofSeconds(window));
  }

  private static Set<String> redactionOff(
      Fields root, SamplingPolicy base, List<Problem> problems) {
    JsonNode off = root.get("redaction_off");
    if (off == null) {
      return base.redactionOff();
    }
    Set<String> kinds = new HashSet<>();
    for (JsonNode kind : off) {
      if (kind.isString()) {
        kinds.add(kind.stringValue());
      } else {
        problems.add(new Problem("redaction_off", "an array of strings", Fields.kind(kind)));
      }
    }
    return kinds;
  }
}
