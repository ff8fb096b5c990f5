@NullMarked
package dev.assay.bench.budget;

import org.jspecify.annotations.NullMarked;
