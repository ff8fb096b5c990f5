/**
 * Pure functions behind every number that is shown. In: values with the probability at which they
 * were sampled. Out: estimates with their uncertainty, or the reason why there is none; never NaN.
 * All stages may use it, it knows none of them.
 */
@NullMarked
package dev.assay.core.statistics;

import org.jspecify.annotations.NullMarked;
