/** Entrance of the harvest: a schedule in, proposals of the worst traces out. */
@NullMarked
package dev.assay.function.harvest;

import org.jspecify.annotations.NullMarked;
