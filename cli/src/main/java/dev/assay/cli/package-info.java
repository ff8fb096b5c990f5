/**
 * The command {@code assay}: one class a verb. In: arguments, files and the system that is reached.
 * Out: answers on standard output, messages on standard error, an exit code.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
