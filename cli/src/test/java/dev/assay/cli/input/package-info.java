/** Files of traces in all their shapes. */
@NullMarked
package dev.assay.cli.input;

import org.jspecify.annotations.NullMarked;
