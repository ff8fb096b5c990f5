/**
 * Calls and the leaves of their results, before anybody asks what they prove: {@code Calls} keeps
 * how each call went, {@code Keys} and {@code KeyMeaning} say what a key is about, {@code Ledger}
 * keeps every leaf in its order. In: calls and results. Out: entries, and states and moments by
 * their key.
 */
@NullMarked
package dev.assay.core.check.commitment.ledger;

import org.jspecify.annotations.NullMarked;
