/** Tests of the judge. */
@NullMarked
package dev.assay.core.judge;

import org.jspecify.annotations.NullMarked;
