/** Tests of this package's readers. In: templates and expressions. Out: what they resolve to. */
@NullMarked
package dev.assay.local.schedule;

import org.jspecify.annotations.NullMarked;
