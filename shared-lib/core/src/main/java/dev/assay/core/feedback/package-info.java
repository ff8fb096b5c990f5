/** What an evaluator, a person or a program says of a trace: a score, or why there is none. */
@NullMarked
package dev.assay.core.feedback;

import org.jspecify.annotations.NullMarked;
