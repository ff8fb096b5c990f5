package dev.assay.local.dynamodb;

import java.util.Set;

/** A parsed expression with the placeholders it uses. */
record Parsed<T>(T expression, Set<String> placeholders) {
  Parsed {
    placeholders = Set.copyOf(placeholders);
  }
}
