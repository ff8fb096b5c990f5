/**
 * Finds personal data in text. In: any string of a trace and the kinds to look for. Out: the spans,
 * each with its kind and a canonical value under which all its spellings are equal.
 */
@NullMarked
package dev.assay.core.trace.redaction;

import org.jspecify.annotations.NullMarked;
