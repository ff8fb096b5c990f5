/**
 * The conversation as every stage reads it. In: a redacted, validated trace. Out: nothing; these
 * are values.
 */
@NullMarked
package dev.assay.core.trace;

import org.jspecify.annotations.NullMarked;
