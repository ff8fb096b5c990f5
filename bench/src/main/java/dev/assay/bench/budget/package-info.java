/**
 * The judge's budget over simulated months: {@code assay bench judge.budget}. In: a seed. Out: how
 * often the reported failure rate held the truth, and how far spending passed its cap.
 */
@NullMarked
package dev.assay.bench.budget;

import org.jspecify.annotations.NullMarked;
