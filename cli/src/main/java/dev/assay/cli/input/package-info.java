/**
 * Traces in files. In: JSON or JSON Lines in any accepted format. Out: traces of the contract one
 * at a time, or what is wrong with one, by file, line and field.
 */
@NullMarked
package dev.assay.cli.input;

import org.jspecify.annotations.NullMarked;
