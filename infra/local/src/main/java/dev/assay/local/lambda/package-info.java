/**
 * Functions, in this process.
 *
 * <p>In: a function of the template and an event. Out: its handler's answer, or the failure Lambda
 * would report: an exception or a timeout. One instance serves one event at a time, as on Lambda.
 */
@NullMarked
package dev.assay.local.lambda;

import org.jspecify.annotations.NullMarked;
