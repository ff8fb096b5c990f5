/**
 * The shipped jars, each in a JVM of its own, as Lambda runs them. In: an event. Out: the
 * function's answer, what it stored, and what stands after it was killed.
 */
@NullMarked
package dev.assay.local.lambda;

import org.jspecify.annotations.NullMarked;
