/**
 * The measured runs behind {@code assay bench}. In: names of measurements. Out: figures beside
 * their bars. Never on a production class path.
 */
@NullMarked
package dev.assay.bench;

import org.jspecify.annotations.NullMarked;
