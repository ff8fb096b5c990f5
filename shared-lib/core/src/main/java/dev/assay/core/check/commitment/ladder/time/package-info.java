/**
 * Dates, clock times and durations: which end of a journey a time belongs to, whose day it is
 * ({@code Subjects}), how long a process may take. In: a moment or a span and the evidence. Out: a
 * ruling.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder.time;

import org.jspecify.annotations.NullMarked;
