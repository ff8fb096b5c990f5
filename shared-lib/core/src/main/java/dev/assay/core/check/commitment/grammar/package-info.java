/**
 * How values are written and spoken, one grammar a kind: money, percentages, dates, clock times,
 * durations, zones. {@code Reader} leads. In: an {@code Utterance}. Out: its mentions in order.
 */
@NullMarked
package dev.assay.core.check.commitment.grammar;

import org.jspecify.annotations.NullMarked;
