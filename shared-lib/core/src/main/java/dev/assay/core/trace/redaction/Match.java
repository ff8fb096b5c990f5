package dev.assay.core.trace.redaction;

/**
 * A span of personal data.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param canonical the value in the form under which all its spellings are equal
 */
public record Match(int start, int end, Kind kind, String canonical) {}
