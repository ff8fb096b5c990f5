/** Sampling against the method book's vectors. */
@NullMarked
package dev.assay.core.sampling;

import org.jspecify.annotations.NullMarked;
