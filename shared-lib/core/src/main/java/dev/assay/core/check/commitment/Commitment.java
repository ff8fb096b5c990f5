package dev.assay.core.check.commitment;

/**
 * A mention that binds: it passed the filter of speech acts and has its type.
 *
 * @param from first token
 * @param end one past the last token
 */
record Commitment(CommitmentType type, Value value, int from, int end) {}
