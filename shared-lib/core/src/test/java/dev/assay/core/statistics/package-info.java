@NullMarked
package dev.assay.core.statistics;

import org.jspecify.annotations.NullMarked;
