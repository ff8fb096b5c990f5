/**
 * Amounts and percentages: whose an amount is ({@code Attribution}, {@code Vicinity}), what it can
 * be reckoned from ({@code Reckoning}, {@code Closure}, {@code Equation}), which recorded one it
 * slipped from. In: an amount and the evidence. Out: a ruling.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder.money;

import org.jspecify.annotations.NullMarked;
