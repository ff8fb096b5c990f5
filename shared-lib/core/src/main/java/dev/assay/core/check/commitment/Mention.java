package dev.assay.core.check.commitment;

/**
 * A value found in a text.
 *
 * @param from first token
 * @param end one past the last token
 */
record Mention(Value value, int from, int end) {}
