/**
 * Terms in sentences: conditions, offers, refunds by tier, what is free, opening hours, allowances
 * and counts. Claims and evidence are read by the same grammars, so that both come out alike. In:
 * an {@code Utterance} and its mentions. Out: {@code Statement}s with their mentions.
 */
@NullMarked
package dev.assay.core.check.commitment.terms;

import org.jspecify.annotations.NullMarked;
