/**
 * Finds what the agent promised or claimed (prices, fees, refunds, discounts, dates, times, deeds)
 * and holds it against what the conversation shows. In: a trace. Out: one assessment under the key
 * {@code commitments} with a finding for every commitment, grounded ones too.
 *
 * <p>The way of a turn: {@code Tokenizer} → {@code Reader} (number, money, percent, date and clock
 * grammars, each yielding a set of readings) → {@code SpeechActs} (what is asked, denied, quoted or
 * supposed is no commitment) → {@code Slots} (price or fee or refund) → a ladder of entailment over
 * the {@code EvidenceIndex} → a {@code Ruling}. One language is one {@code .lexicon} resource.
 */
@NullMarked
package dev.assay.core.check.commitment;

import org.jspecify.annotations.NullMarked;
