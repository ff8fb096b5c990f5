/**
 * Which traces a judge sees. In: what is known of a trace. Out: a decision with its probability,
 * repeatable by anyone who has the policy.
 */
@NullMarked
package dev.assay.core.sampling;

import org.jspecify.annotations.NullMarked;
