/** The judge's windows and budget on the local endpoints. */
@NullMarked
package dev.assay.local.judge;

import org.jspecify.annotations.NullMarked;
