/**
 * The words in which the check speaks: the types of a commitment, the verdicts with their levels,
 * and the rules that silence one. Other modules may use these. In: wire names. Out: the same,
 * typed.
 */
@NullMarked
package dev.assay.core.check.commitment.verdict;

import org.jspecify.annotations.NullMarked;
