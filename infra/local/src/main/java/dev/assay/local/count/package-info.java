/**
 * Counts what a system under test asked of AWS, so that its bill can be computed.
 *
 * <p>In: one report per request. Out: {@link dev.assay.local.count.Counts}, snapshots that can be
 * subtracted.
 */
@NullMarked
package dev.assay.local.count;

import org.jspecify.annotations.NullMarked;
