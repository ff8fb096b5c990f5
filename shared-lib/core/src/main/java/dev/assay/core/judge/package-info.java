/**
 * Rubrics applied by a model to the sampled traces. In: pointers. Out: scores, and review items for
 * low ones.
 */
@NullMarked
package dev.assay.core.judge;

import org.jspecify.annotations.NullMarked;
