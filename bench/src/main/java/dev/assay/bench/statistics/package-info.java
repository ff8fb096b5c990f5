/**
 * The statistics against vectors of other tools' numbers: {@code assay bench stats.vectors}. In: a
 * folder of cases. Out: which hold, and which methods are not there yet.
 */
@NullMarked
package dev.assay.bench.statistics;

import org.jspecify.annotations.NullMarked;
