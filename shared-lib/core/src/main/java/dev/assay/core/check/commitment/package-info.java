/**
 * Finds what the agent promised or claimed (prices, fees, refunds, discounts, dates, times,
 * durations, quantities, terms, deeds) and holds it against what the conversation shows. In: a
 * trace. Out: one assessment under the key {@code commitments} with a finding for every commitment,
 * grounded ones too.
 *
 * <p>{@code Audit} leads every turn through the rooms. Each imports earlier ones only, and none
 * this package:
 *
 * <ol>
 *   <li>{@code verdict}: the names of types and verdicts;
 *   <li>{@code text}: characters become an {@code Utterance} of words, by a language's lexicon;
 *   <li>{@code value}: what words can mean;
 *   <li>{@code grammar}: {@code Reader} finds money, percentages, dates, times and durations, each
 *       a set of readings;
 *   <li>{@code terms}: conditions, offers, opening hours and counts, read alike in claims and
 *       policies;
 *   <li>{@code ledger}: the calls, and the leaves of their results under their keys;
 *   <li>{@code evidence}: {@code ResultReader} makes them {@code Fact}s, each with an {@code Owner}
 *       that tells whose a value is;
 *   <li>{@code claim}: {@code Commitments} keeps what binds, and names its type;
 *   <li>{@code ladder}: one ladder of entailment a type ({@code money}, {@code time}, {@code
 *       terms}, {@code remark}, {@code deed}) ends in a {@code Ruling}.
 * </ol>
 *
 * <p>One language is one {@code .lexicon} resource in {@code text}; what tools are called is {@code
 * tools.vocabulary} in {@code ladder.deed}.
 */
@NullMarked
package dev.assay.core.check.commitment;

import org.jspecify.annotations.NullMarked;
