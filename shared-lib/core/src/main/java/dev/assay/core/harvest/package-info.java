/**
 * The scheduled search for the worst traces. In: stored scores. Out: proposals that people confirm.
 */
@NullMarked
package dev.assay.core.harvest;

import org.jspecify.annotations.NullMarked;
