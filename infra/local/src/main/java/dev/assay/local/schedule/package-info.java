/**
 * Cron and rate expressions, and the clockwork that fires them.
 *
 * <p>In: the template's timers and a clock. Out: handler invocations when they are due.
 */
@NullMarked
package dev.assay.local.schedule;

import org.jspecify.annotations.NullMarked;
