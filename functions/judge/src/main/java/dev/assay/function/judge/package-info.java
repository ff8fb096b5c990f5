/** Entrance of the judge: pointers of sampled traces in, scores and review items out. */
@NullMarked
package dev.assay.function.judge;

import org.jspecify.annotations.NullMarked;
