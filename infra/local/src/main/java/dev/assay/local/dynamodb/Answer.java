package dev.assay.local.dynamodb;

import tools.jackson.core.JsonGenerator;

/** Writes an answer's fields; the object around them is the caller's. */
@FunctionalInterface
interface Answer {
  void write(JsonGenerator json);
}
