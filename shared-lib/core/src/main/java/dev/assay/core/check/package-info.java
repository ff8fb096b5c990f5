/**
 * The deterministic evaluators that every trace passes through. In: pointers. Out: feedback, one
 * object a batch.
 */
@NullMarked
package dev.assay.core.check;

import org.jspecify.annotations.NullMarked;
