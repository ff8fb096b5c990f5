package dev.assay.core.judge;

import dev.assay.core.trace.Handed;
import org.jspecify.annotations.Nullable;

/**
 * A trace to be judged now.
 *
 * @param trace with the probability it is judged with
 * @param draw null where judging costs nothing, so that there was none
 */
public record Due(Handed trace, @Nullable Draw draw) {}
