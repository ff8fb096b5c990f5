package dev.assay.bench.statistics;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The pass rule of the vectors: |got − expected| ≤ abs + rel·|expected|, element by element;
 * strings, booleans and integers exactly; null means undefined.
 */
record Comparison(double absolute, double relative) {
  static Comparison of(JsonNode tolerance) {
    return new Comparison(tolerance.path("abs").asDouble(0), tolerance.path("rel").asDouble(0));
  }

  /** The first difference in words; empty when all that is expected is there. */
  Optional<String> difference(String path, JsonNode expected, JsonNode got) {
    if (expected.isObject()) {
      return inObject(path, expected, got);
    }
    if (expected.isArray()) {
      return inArray(path, expected, got);
    }
    boolean numbers = expected.isNumber() && got.isNumber();
    boolean same = numbers ? close(expected, got.asDouble()) : expected.equals(got);
    return same ? Optional.empty() : Optional.of(path + ": expected " + expected + ", got " + got);
  }

  private boolean close(JsonNode expected, double got) {
    double wanted = expected.asDouble();
    double allowed = expected.isIntegralNumber() ? 0 : absolute + relative * Math.abs(wanted);
    return Math.abs(got - wanted) <= allowed;
  }

  private Optional<String> inObject(String path, JsonNode expected, JsonNode got) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      String below = path + "." + field.getKey();
      Optional<String> found = difference(below, field.getValue(), got.path(field.getKey()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inArray(String path, JsonNode expected, JsonNode got) {
    if (!got.isArray() || got.size() != expected.size()) {
      return Optional.of(path + ": expected " + expected.size() + " elements, got " + got);
    }
    for (int i = 0; i < expected.size(); i++) {
      Optional<String> found = difference(path + "[" + i + "]", expected.get(i), got.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
