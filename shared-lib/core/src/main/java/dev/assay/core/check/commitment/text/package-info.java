/**
 * A turn as words: {@code Tokenizer} cuts the characters, {@code Lexicon} says what each word is
 * for ({@code WordClass}), {@code NumberGrammar} reads figures and numerals, {@code Clauses} and
 * {@code Outline} say where a sentence, a line or a cell ends. In: text and a locale. Out: an
 * {@code Utterance}. One language is one {@code .lexicon} resource beside these classes.
 */
@NullMarked
package dev.assay.core.check.commitment.text;

import org.jspecify.annotations.NullMarked;
