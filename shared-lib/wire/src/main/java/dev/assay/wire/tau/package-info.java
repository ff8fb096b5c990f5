/**
 * The published conversations of tau-bench and tau2-bench. In: one line of their JSON Lines form.
 * Out: the JSON of the trace contract, with documented defaults for what they lack.
 */
@NullMarked
package dev.assay.wire.tau;

import org.jspecify.annotations.NullMarked;
