/**
 * The embedded judge that needs no model and no key. In: a trace. Out: one {@code faithfulness}
 * assessment: which share of what the commitment check can hold against the evidence stands.
 */
@NullMarked
package dev.assay.core.judge.evidence;

import org.jspecify.annotations.NullMarked;
