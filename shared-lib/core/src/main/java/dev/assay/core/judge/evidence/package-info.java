/**
 * The embedded judge that needs no model and no key. In: a trace. Out: one {@code faithfulness}
 * assessment: which share of what the agent claimed has evidence in the trace.
 */
@NullMarked
package dev.assay.core.judge.evidence;

import org.jspecify.annotations.NullMarked;
