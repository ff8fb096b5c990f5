/**
 * Deeds done, offered and promised, against the calls: {@code ToolVocabulary} ({@code
 * tools.vocabulary}) says which tools fulfil a family of verbs, whatever they are called. In: a
 * deed and the calls so far. Out: a ruling, at the end of the trace for promises.
 */
@NullMarked
package dev.assay.core.check.commitment.ladder.deed;

import org.jspecify.annotations.NullMarked;
