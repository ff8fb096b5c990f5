package dev.assay.core.ingest;

/**
 * One thing wrong with a trace.
 *
 * @param field path such as {@code messages[3].role}; empty for the body as a whole
 * @param expected what would have been right
 * @param got what came instead, by kind and never by content
 */
public record Problem(String field, String expected, String got) {
  @Override
  public String toString() {
    return (field.isEmpty() ? "body" : field) + ": expected " + expected + ", got " + got;
  }
}
