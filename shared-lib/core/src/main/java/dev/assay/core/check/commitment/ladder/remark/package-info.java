/**
 * Remarks on recorded facts: a state, how long ago, which is the cheapest, which of two is more.
 * In: a remark and the ledger. Out: a ruling.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder.remark;

import org.jspecify.annotations.NullMarked;
