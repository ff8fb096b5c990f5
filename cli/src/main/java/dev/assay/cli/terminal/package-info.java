/**
 * What stands between the command and the person or program before it: streams, progress, tables,
 * exit codes. In: numbers and words. Out: text.
 */
@NullMarked
package dev.assay.cli.terminal;

import org.jspecify.annotations.NullMarked;
