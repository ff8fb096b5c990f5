/** Entrance of the deterministic checks: pointers in, feedback and notices out. */
@NullMarked
package dev.assay.function.check;

import org.jspecify.annotations.NullMarked;
