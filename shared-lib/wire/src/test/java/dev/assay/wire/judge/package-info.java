/** Tests of the reading of judges' answers. */
@NullMarked
package dev.assay.wire.judge;

import org.jspecify.annotations.NullMarked;
