/**
 * What the agent lets itself in for: {@code Commitments} takes the mentions of a turn, adds deeds
 * ({@code DeedGrammar}), terms and counts ({@code PromisedTerms}) and remarks on recorded facts
 * ({@code RemarkGrammar}), drops what is asked, denied, quoted or supposed ({@code SpeechActs}) and
 * names the type ({@code Slots}). In: an {@code Utterance} and its mentions. Out: commitments;
 * {@code Turn} is what the ladders may ask of the turn around one.
 */
@NullMarked
package dev.assay.core.check.commitment.claim;

import org.jspecify.annotations.NullMarked;
