package dev.assay.bench.statistics;

import dev.assay.core.statistics.EffectiveSample;
import dev.assay.core.statistics.Interval;
import dev.assay.core.statistics.Quantity;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the inputs of a vector and writes its answer. */
final class Numbers {
  private Numbers() {}

  static double[] doubles(JsonNode inputs, String field) {
    JsonNode array = inputs.path(field);
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).asDouble();
    }
    return numbers;
  }

  static List<Double> boxed(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  /** The session of one trace; null where the case has none. */
  static @Nullable String session(JsonNode inputs, int index) {
    JsonNode session = inputs.path("session").path(index);
    return session.isString() ? session.asString() : null;
  }

  static double confidence(JsonNode inputs) {
    return inputs.path("conf").asDouble(0.95);
  }

  static ObjectNode answer() {
    return Mappers.JSON.createObjectNode();
  }

  static List<Double> ends(Interval interval) {
    return List.of(interval.low(), interval.high());
  }

  static void put(ObjectNode answer, String field, Object value) {
    answer.set(field, Mappers.JSON.valueToTree(value));
  }

  /** A number, or null where it is undefined. */
  static void put(ObjectNode answer, String field, Quantity<Double> quantity) {
    Optional<Double> known = quantity.known();
    if (known.isPresent()) {
      answer.put(field, known.get());
    } else {
      answer.putNull(field);
    }
  }

  static void putSample(ObjectNode answer, Quantity<EffectiveSample> quantity) {
    Optional<EffectiveSample> known = quantity.known();
    if (known.isEmpty()) {
      answer.putNull("wilson_neff");
      return;
    }
    ObjectNode sample = answer.putObject("wilson_neff");
    sample.put("n_eff", known.get().size());
    sample.put("n_eff_adj", known.get().adjusted());
    put(sample, "ci", ends(known.get().interval()));
  }
}
