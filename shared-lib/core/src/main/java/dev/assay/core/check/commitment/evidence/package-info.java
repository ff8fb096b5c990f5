/**
 * What the conversation proves: {@code Records} and {@code ResultReader} read results and prose
 * into the {@code EvidenceIndex}; every {@code Fact} has an {@code Owner}, the thing that it is
 * told of, and a source that says how much it weighs. {@code Prose} is a whole text read once.
 * {@code TermsBook} and {@code QuantityBook} hold policies and counts. In: results, prompts,
 * documents, customers' words. Out: facts by value, owner and key.
 */
@NullMarked
package dev.assay.core.check.commitment.evidence;

import org.jspecify.annotations.NullMarked;
