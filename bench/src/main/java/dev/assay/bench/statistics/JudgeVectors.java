package dev.assay.bench.statistics;

import static dev.assay.bench.statistics.Numbers.answer;
import static dev.assay.bench.statistics.Numbers.confidence;
import static dev.assay.bench.statistics.Numbers.doubles;
import static dev.assay.bench.statistics.Numbers.put;

import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Agreement.Weighting;
import dev.assay.core.statistics.Calibration;
import dev.assay.core.statistics.Calibration.Labelled;
import dev.assay.core.statistics.Calibration.Platt;
import dev.assay.core.statistics.Confusion;
import dev.assay.core.statistics.Krippendorff;
import dev.assay.core.statistics.PredictionPowered;
import dev.assay.core.statistics.PredictionPowered.Judged;
import dev.assay.core.statistics.Quantity;
import dev.assay.core.statistics.RoganGladen;
import dev.assay.core.statistics.TokenScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Chapter 6 of the method book. */
final class JudgeVectors {
  private static final List<String> PASS_FAIL = List.of("pass", "fail");

  static final Map<String, VectorMethod> METHODS =
      Map.of(
          "Cohen kappa (+SE), linear and quadratic weights, Gwet AC1",
          JudgeVectors::agreement,
          "Cohen kappa undefined when both raters use one category",
          JudgeVectors::agreement,
          "inverse-probability weighted confusion (human rows, judge columns), kappa, AC1,"
              + " sensitivity, specificity",
          JudgeVectors::weightedAgreement,
          "Krippendorff alpha, missing allowed",
          JudgeVectors::krippendorff,
          "ECE (10 equal-width, 8 equal-mass bins), Brier, Platt on logit, isotonic (PAVA on score"
              + " order)",
          JudgeVectors::calibration,
          "PPI with two-phase unequal probabilities, lambda = 1 and tuned",
          JudgeVectors::ppi,
          "Rogan-Gladen point and Lang-Reiczigel interval",
          JudgeVectors::roganGladen,
          "expected score over the score tokens (renormalised), variance, captured mass",
          JudgeVectors::tokenScore,
          "reliability of the mean of k judge repeats",
          JudgeVectors::reliability);

  private JudgeVectors() {}

  private static ObjectNode agreement(JsonNode inputs) {
    JsonNode rows = inputs.path("confusion");
    double[][] counts = new double[rows.size()][];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Numbers.boxed(rows.get(i)).stream().mapToDouble(Double::doubleValue).toArray();
    }
    Confusion table = Confusion.ofCounts(counts);
    Quantity<Agreement> kappa = kappa(table, Weighting.UNWEIGHTED);
    ObjectNode answer = answer();
    put(answer, "kappa", kappa.map(Agreement::value));
    put(answer, "se", kappa.map(Agreement::standardError));
    put(answer, "linear", kappa(table, Weighting.LINEAR).map(Agreement::value));
    put(answer, "quadratic", kappa(table, Weighting.QUADRATIC).map(Agreement::value));
    put(answer, "ac1", Agreement.ac1(table, 0.95).map(Agreement::value));
    return answer;
  }

  private static Quantity<Agreement> kappa(Confusion table, Weighting weighting) {
    return Agreement.kappa(table, weighting, 0.95);
  }

  private static ObjectNode weightedAgreement(JsonNode inputs) {
    double[] weights = doubles(inputs, "weights");
    List<Confusion.Rated> ratings = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      int human = PASS_FAIL.indexOf(inputs.path("human").get(i).asString());
      int judge = PASS_FAIL.indexOf(inputs.path("judge").get(i).asString());
      ratings.add(new Confusion.Rated(human, judge, weights[i]));
    }
    Confusion table = Confusion.of(PASS_FAIL.size(), ratings);
    ObjectNode answer = answer();
    put(
        answer,
        "confusion",
        List.of(
            List.of(table.weight(0, 0), table.weight(0, 1)),
            List.of(table.weight(1, 0), table.weight(1, 1))));
    put(answer, "kappa", kappa(table, Weighting.UNWEIGHTED).map(Agreement::value));
    put(answer, "ac1", Agreement.ac1(table, 0.95).map(Agreement::value));
    put(answer, "sensitivity", table.recall(0, 0.95).map(Confusion.Rate::value));
    put(answer, "specificity", table.recall(1, 0.95).map(Confusion.Rate::value));
    return answer;
  }

  private static ObjectNode krippendorff(JsonNode inputs) {
    JsonNode raters = inputs.path("data");
    List<List<Double>> units = new ArrayList<>();
    for (int u = 0; u < raters.path(0).size(); u++) {
      List<Double> values = new ArrayList<>();
      for (JsonNode rater : raters) {
        if (rater.path(u).isNumber()) {
          values.add(rater.path(u).asDouble());
        }
      }
      units.add(values);
    }
    ObjectNode answer = answer();
    for (Krippendorff.Scale scale : Krippendorff.Scale.values()) {
      put(answer, scale.name().toLowerCase(Locale.ROOT), Krippendorff.alpha(units, scale));
    }
    return answer;
  }

  private static ObjectNode calibration(JsonNode inputs) {
    double[] probabilities = doubles(inputs, "prob");
    double[] labels = doubles(inputs, "y");
    List<Labelled> labelled = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      labelled.add(new Labelled(probabilities[i], labels[i] > 0.5));
    }
    Quantity<Platt> platt = Calibration.platt(labelled);
    ObjectNode answer = answer();
    answer.put("ece_width10", Calibration.error(Calibration.binsOfWidth(labelled, 10)));
    answer.put("ece_mass8", Calibration.error(Calibration.binsOfMass(labelled, 8)));
    put(answer, "brier", Calibration.brier(labelled));
    ObjectNode curve = answer.putObject("platt");
    put(curve, "A", platt.map(Platt::a));
    put(curve, "B", platt.map(Platt::b));
    put(answer, "isotonic_sorted", Calibration.isotonic(labelled));
    return answer;
  }

  private static ObjectNode ppi(JsonNode inputs) {
    double[] judge = doubles(inputs, "f");
    double[] first = doubles(inputs, "pi1");
    double[] second = doubles(inputs, "q");
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < judge.length; i++) {
      JsonNode label = inputs.path("y").path(i);
      boolean reviewed = inputs.path("xi").path(i).asBoolean() && label.isNumber();
      judged.add(
          new Judged(
              judge[i],
              reviewed ? label.asDouble() : null,
              first[i],
              second[i],
              Numbers.session(inputs, i)));
    }
    double confidence = confidence(inputs);
    ObjectNode answer = answer();
    answer.set("lambda_1", ppi(PredictionPowered.with(judged, 1, confidence), true));
    answer.set("tuned", ppi(PredictionPowered.tuned(judged, confidence), false));
    return answer;
  }

  private static ObjectNode ppi(Quantity<PredictionPowered> made, boolean corrects) {
    PredictionPowered estimate = made.known().orElseThrow();
    ObjectNode answer = answer();
    answer.put("theta", estimate.theta());
    answer.put("judge_part", estimate.judgePart());
    if (corrects) {
      answer.put("correction", estimate.correction());
    } else {
      answer.putNull("correction");
    }
    answer.put("lam", estimate.lambda());
    answer.put("se", estimate.standardError());
    answer.put("df", estimate.df());
    put(answer, "ci", Numbers.ends(estimate.interval()));
    answer.put("labels", estimate.labels());
    return answer;
  }

  private static ObjectNode roganGladen(JsonNode inputs) {
    RoganGladen.Counts counts =
        new RoganGladen.Counts(
            inputs.path("judged_pass").asDouble(),
            inputs.path("n").asDouble(),
            inputs.path("true_pass_judged_pass").asDouble(),
            inputs.path("true_pass").asDouble(),
            inputs.path("true_fail_judged_fail").asDouble(),
            inputs.path("true_fail").asDouble());
    Quantity<RoganGladen> made = RoganGladen.of(counts, confidence(inputs));
    ObjectNode answer = answer();
    put(answer, "point", made.map(RoganGladen::point));
    put(answer, "adjusted_center", made.map(RoganGladen::center));
    made.known()
        .ifPresentOrElse(
            known -> put(answer, "ci", Numbers.ends(known.interval())), () -> answer.putNull("ci"));
    return answer;
  }

  private static ObjectNode tokenScore(JsonNode inputs) {
    TokenScore score =
        TokenScore.of(doubles(inputs, "logprobs"), doubles(inputs, "values")).known().orElseThrow();
    ObjectNode answer = answer();
    answer.put("mean", score.mean());
    answer.put("var", score.variance());
    answer.put("mass", score.mass());
    return answer;
  }

  private static ObjectNode reliability(JsonNode inputs) {
    ObjectNode answer = answer();
    answer.put(
        "reliability",
        TokenScore.reliability(inputs.path("r").asDouble(), inputs.path("k").asDouble()));
    return answer;
  }
}
