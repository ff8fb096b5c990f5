/** The command as a person or a program uses it. */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
