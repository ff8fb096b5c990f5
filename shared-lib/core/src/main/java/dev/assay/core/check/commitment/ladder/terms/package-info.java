/**
 * Policies, opening hours and counts, with the conditions that they hang on. In: a statement or a
 * quantity and the books of terms and quantities. Out: a ruling.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder.terms;

import org.jspecify.annotations.NullMarked;
