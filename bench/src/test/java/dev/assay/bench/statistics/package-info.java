@NullMarked
package dev.assay.bench.statistics;

import org.jspecify.annotations.NullMarked;
