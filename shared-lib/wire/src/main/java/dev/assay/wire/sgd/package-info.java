/**
 * Dialogues in the form of the Schema-Guided Dialogue dataset. In: one dialogue. Out: the JSON of
 * the trace contract, with documented defaults for what they lack.
 */
@NullMarked
package dev.assay.wire.sgd;

import org.jspecify.annotations.NullMarked;
