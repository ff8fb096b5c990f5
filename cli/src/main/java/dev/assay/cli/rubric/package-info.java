/**
 * A rubric on the desk of who writes it. In: a rubric's file, a trace. Out: what is wrong or
 * doubtful in the file, the prompt with its upper cost, and a model's answer to it.
 */
@NullMarked
package dev.assay.cli.rubric;

import org.jspecify.annotations.NullMarked;
