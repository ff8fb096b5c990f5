/**
 * The measured runs of the judge: what it costs beside the model's own time, how well the evidence
 * judge tells right from wrong, and what hostile conversations do to a judge. In: conversations of
 * {@code shared/data} and invented ones. Out: figures.
 */
@NullMarked
package dev.assay.bench.judge;

import org.jspecify.annotations.NullMarked;
