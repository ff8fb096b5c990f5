/**
 * One ladder of entailment a type: rungs from the strongest proof down, the first that holds
 * decides. The rooms below have one family each. In: a commitment, its turn, the evidence. Out: a
 * {@code Ruling}, the verdict with its reason and the fact behind it.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder;

import org.jspecify.annotations.NullMarked;
