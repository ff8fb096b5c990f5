package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.verdict.CommitmentType;

/**
 * A mention that binds: it passed the filter of speech acts and has its type.
 *
 * @param from first token
 * @param end one past the last token
 */
public record Commitment(CommitmentType type, Value value, int from, int end) {}
