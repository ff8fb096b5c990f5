/**
 * Finds what the agent promised or claimed (prices, fees, refunds, discounts, dates, times,
 * durations, quantities, terms, deeds) and holds it against what the conversation shows. In: a
 * trace. Out: one assessment under the key {@code commitments} with a finding for every commitment,
 * grounded ones too.
 *
 * <p>The way of a turn, {@code Audit} leading: {@code Tokenizer} → {@code Reader} (the grammars of
 * numbers, money, percentages, dates, clock times and durations, each yielding a set of readings) →
 * {@code Commitments}, which adds deeds ({@code DeedGrammar}), terms and counts ({@code
 * PromisedTerms}) and remarks on recorded facts ({@code RemarkGrammar}), drops what is asked,
 * denied, quoted or supposed ({@code SpeechActs}) and names the type ({@code Slots}) → one ladder
 * of entailment a type ({@code MoneyLadder}, {@code WhenLadder}, {@code SpanLadder}, {@code
 * QuantityLadder}, {@code PolicyLadder}, {@code DeedLadder}, …) → a {@code Ruling}.
 *
 * <p>The evidence: {@code Records} and {@code ResultReader} read results and prose into the {@code
 * EvidenceIndex}; every {@code Fact} has an {@code Owner}, so that {@code Attribution} (amounts)
 * and {@code Subjects} (dates and times) can tell whose a value is; {@code Reckoning} derives
 * amounts. One language is one {@code .lexicon} resource; what tools are called is {@code
 * tools.vocabulary}.
 */
@NullMarked
package dev.assay.core.check.commitment;

import org.jspecify.annotations.NullMarked;
