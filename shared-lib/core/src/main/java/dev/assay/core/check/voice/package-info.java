/**
 * How a spoken conversation went by the clock. In: a trace whose turns have offsets. Out: one
 * assessment for response latency, pauses, talk-over, interruptions and monologue each.
 */
@NullMarked
package dev.assay.core.check.voice;

import org.jspecify.annotations.NullMarked;
