package dev.assay.bench.statistics;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Computes what a case expects from what it gives. */
@FunctionalInterface
interface VectorMethod {
  /** The answer; it may name more than the case expects. */
  ObjectNode apply(JsonNode inputs);
}
