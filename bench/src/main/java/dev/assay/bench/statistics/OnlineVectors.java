package dev.assay.bench.statistics;

import static dev.assay.bench.statistics.Numbers.answer;
import static dev.assay.bench.statistics.Numbers.confidence;
import static dev.assay.bench.statistics.Numbers.doubles;
import static dev.assay.bench.statistics.Numbers.put;

import dev.assay.core.statistics.Distributions;
import dev.assay.core.statistics.MixQuality;
import dev.assay.core.statistics.Observation;
import dev.assay.core.statistics.PostStratified;
import dev.assay.core.statistics.Proportion;
import dev.assay.core.statistics.WeightedMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Chapter 3 of the method book, and the shares of chapter 1 and the split of 5 it refers to. */
final class OnlineVectors {
  static final Map<String, VectorMethod> METHODS =
      Map.of(
          "HT, Hajek, variances, ESS, Wilson(n_eff)", OnlineVectors::weighted,
          "post-stratified estimate with known cell counts", OnlineVectors::postStratified,
          "Kitagawa split; shares are normalised first", OnlineVectors::mixQuality,
          "Wilson, Jeffreys, Clopper-Pearson 95%", OnlineVectors::proportion);

  private OnlineVectors() {}

  private static ObjectNode weighted(JsonNode inputs) {
    double[] y = doubles(inputs, "y");
    double[] pi = doubles(inputs, "pi");
    List<Observation> scored = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      scored.add(new Observation(y[i], pi[i], Numbers.session(inputs, i)));
    }
    WeightedMean mean = WeightedMean.of(scored, confidence(inputs)).known().orElseThrow();
    WeightedMean.HorvitzThompson ht =
        WeightedMean.HorvitzThompson.of(scored, inputs.path("N").asLong());
    ObjectNode answer = answer();
    answer.put("n", mean.count());
    answer.put("n_units", mean.units());
    answer.put("ht", ht.mean());
    answer.put("ht_var_design", ht.variance());
    answer.put("N_hat", mean.estimatedTotal());
    answer.put("hajek", mean.mean());
    answer.put("hajek_var_design", mean.varianceDay());
    answer.put("hajek_var_process", mean.varianceProcess());
    answer.put("ess_kish", mean.effectiveSize());
    answer.put("design_effect", mean.designEffect());
    answer.put("unweighted_mean", mean.unweighted());
    Numbers.putSample(answer, mean.sample());
    return answer;
  }

  private static ObjectNode postStratified(JsonNode inputs) {
    List<PostStratified.Cell> cells = new ArrayList<>();
    for (JsonNode cell : inputs.path("cells")) {
      cells.add(PostStratified.Cell.even(cell.path("N").asLong(), Numbers.boxed(cell.path("y"))));
    }
    PostStratified made = PostStratified.of(cells, confidence(inputs)).known().orElseThrow();
    ObjectNode answer = answer();
    answer.put("estimate", made.estimate());
    answer.put("var_day", made.varianceDay());
    answer.put("var_process", made.varianceProcess());
    answer.put("judged", made.judged());
    put(answer, "empty_cells", made.emptyCells());
    Numbers.putSample(answer, made.sample());
    return answer;
  }

  private static ObjectNode mixQuality(JsonNode inputs) {
    MixQuality split =
        MixQuality.of(
            doubles(inputs, "share0"),
            doubles(inputs, "mean0"),
            doubles(inputs, "share1"),
            doubles(inputs, "mean1"));
    ObjectNode answer = answer();
    answer.put("total", split.total());
    answer.put("mix", split.mix());
    answer.put("quality", split.quality());
    put(answer, "mix_by_tag", split.mixByTag());
    put(answer, "quality_by_tag", split.qualityByTag());
    return answer;
  }

  private static ObjectNode proportion(JsonNode inputs) {
    double x = inputs.path("x").asDouble();
    double n = inputs.path("n").asDouble();
    double z = Distributions.z(0.95);
    ObjectNode answer = answer();
    put(answer, "wilson", Numbers.ends(Proportion.wilson(x / n, n, z)));
    put(answer, "jeffreys", Numbers.ends(Proportion.jeffreys(x, n, 0.95)));
    put(answer, "clopper_pearson", Numbers.ends(Proportion.clopperPearson(x, n, 0.95)));
    return answer;
  }
}
