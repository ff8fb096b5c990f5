/** Pages as people read them. */
@NullMarked
package dev.assay.cli.show;

import org.jspecify.annotations.NullMarked;
