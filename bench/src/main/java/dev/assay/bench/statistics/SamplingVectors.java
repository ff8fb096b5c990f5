package dev.assay.bench.statistics;

import static dev.assay.bench.statistics.Numbers.answer;
import static dev.assay.bench.statistics.Numbers.doubles;
import static dev.assay.bench.statistics.Numbers.put;

import dev.assay.core.sampling.HeadSampler;
import dev.assay.core.sampling.PrioritySample;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.WaterFilling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Chapter 7 of the method book. */
final class SamplingVectors {
  static final Map<String, VectorMethod> METHODS =
      Map.of(
          "rate in basis points -> 56-bit threshold T = 2^56 - round(2^56*bp/10000), ot=th hex,"
              + " exact probability",
          SamplingVectors::threshold,
          "R = first 7 bytes of SHA-256(salt 0x00 traceId); keep iff R >= T(rate)",
          SamplingVectors::hash,
          "overlapping tiers take the highest rate; no tier -> routine",
          SamplingVectors::tiers,
          "inclusion probability after a head sampler: same randomness -> min, independent"
              + " randomness -> product",
          SamplingVectors::composition,
          "pi = clip(kappa*score, floor, 1) with sum(count*cost*pi) = budget",
          SamplingVectors::waterFilling,
          "budget below the floor: scale the floor and report",
          SamplingVectors::waterFilling,
          "budget above everything: judge all",
          SamplingVectors::waterFilling,
          "hash priority sample under a per-window budget k",
          SamplingVectors::priority);

  private SamplingVectors() {}

  private static ObjectNode threshold(JsonNode inputs) {
    long threshold = SampleHash.threshold(inputs.path("rate_bp").asInt());
    ObjectNode answer = answer();
    answer.put("T", Long.toString(threshold));
    answer.put("th", HeadSampler.digits(threshold));
    answer.put("probability", SampleHash.probability(threshold));
    return answer;
  }

  private static ObjectNode hash(JsonNode inputs) {
    String salt = inputs.path("salt").asString();
    List<String> own = new ArrayList<>();
    List<String> otel = new ArrayList<>();
    for (JsonNode id : inputs.path("trace_ids")) {
      own.add(Long.toString(SampleHash.of(salt, id.asString())));
      otel.add(Long.toString(HeadSampler.randomness(id.asString())));
    }
    ObjectNode answer = answer();
    put(answer, "R", own);
    put(answer, "otel_R", otel);
    ObjectNode keep = answer.putObject("keep");
    for (JsonNode rate : inputs.path("rates_bp")) {
      long threshold = SampleHash.threshold(rate.asInt());
      put(
          keep,
          Integer.toString(rate.asInt()),
          own.stream().map(r -> Long.parseLong(r) >= threshold).toList());
    }
    return answer;
  }

  private static ObjectNode tiers(JsonNode inputs) {
    List<Integer> rates = new ArrayList<>();
    for (JsonNode tiers : inputs.path("traces")) {
      List<Integer> matching = new ArrayList<>();
      tiers.forEach(tier -> matching.add(inputs.path("rates_bp").path(tier.asString()).asInt()));
      int otherwise = inputs.path("rates_bp").path(inputs.path("default").asString()).asInt();
      rates.add(matching.stream().reduce(Math::max).orElse(otherwise));
    }
    ObjectNode answer = answer();
    put(answer, "rate_bp", rates);
    return answer;
  }

  private static ObjectNode composition(JsonNode inputs) {
    double head = inputs.path("p_head").asDouble();
    List<Double> own = Numbers.boxed(inputs.path("p_eval"));
    ObjectNode answer = answer();
    put(answer, "nested", own.stream().map(p -> HeadSampler.nested(head, p)).toList());
    put(answer, "independent", own.stream().map(p -> HeadSampler.independent(head, p)).toList());
    return answer;
  }

  private static ObjectNode waterFilling(JsonNode inputs) {
    double[] scores = doubles(inputs, "score");
    double[] counts = doubles(inputs, "count");
    double[] costs = doubles(inputs, "cost");
    List<WaterFilling.Stratum> strata = new ArrayList<>();
    for (int h = 0; h < scores.length; h++) {
      strata.add(
          new WaterFilling.Stratum(
              scores[h],
              counts[h],
              costs[h],
              inputs.path("floor").asDouble(),
              inputs.path("cap").asDouble()));
    }
    WaterFilling filled = WaterFilling.of(strata, inputs.path("budget").asDouble());
    ObjectNode answer = answer();
    answer.put("feasible", filled.feasible());
    put(answer, "pi", filled.rates());
    answer.put("spend", filled.spend());
    filled.kappa().ifPresent(kappa -> answer.put("kappa", kappa));
    return answer;
  }

  private static ObjectNode priority(JsonNode inputs) {
    double[] u = doubles(inputs, "u");
    double[] pi = doubles(inputs, "pi");
    List<PrioritySample.Unit> units = new ArrayList<>();
    for (int i = 0; i < u.length; i++) {
      String id = String.format(Locale.ROOT, "%09d", i);
      units.add(new PrioritySample.Unit(id, u[i], pi[i], 1));
    }
    PrioritySample sample = PrioritySample.of(units, inputs.path("k").asDouble());
    List<Integer> kept = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (int i = 0; i < u.length; i++) {
      if (sample.outcomes().get(i).drawn()) {
        kept.add(i);
        probabilities.add(sample.outcomes().get(i).probability());
      }
    }
    ObjectNode answer = answer();
    put(answer, "kept", kept);
    answer.put("tau", sample.tau().orElse(1));
    put(answer, "pi_eff", probabilities);
    return answer;
  }
}
