/**
 * The judge's answers as JSON. In: what a model wrote. Out: one answer for each of a rubric's
 * items, or the reason why it is none.
 */
@NullMarked
package dev.assay.wire.judge;

import org.jspecify.annotations.NullMarked;
