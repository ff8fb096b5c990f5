package dev.assay.bench.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every method of the vectors by its text. To add one, add a line to the map of its chapter; to add
 * a chapter, a line here.
 */
final class VectorMethods {
  private static final Map<String, VectorMethod> ALL = new TreeMap<>();

  static {
    ALL.putAll(OnlineVectors.METHODS);
    ALL.putAll(JudgeVectors.METHODS);
    ALL.putAll(SamplingVectors.METHODS);
  }

  private VectorMethods() {}

  static @Nullable VectorMethod find(String method) {
    return ALL.get(method);
  }
}
