/**
 * The judge's rubrics and answers. In: rubrics as YAML or JSON, what a model wrote. Out: rubrics
 * and one answer for each of their items, or the reason why it is none.
 */
@NullMarked
package dev.assay.wire.judge;

import org.jspecify.annotations.NullMarked;
