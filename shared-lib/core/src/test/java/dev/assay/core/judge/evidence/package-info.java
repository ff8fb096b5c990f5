/** Tests of the evidence judge. */
@NullMarked
package dev.assay.core.judge.evidence;

import org.jspecify.annotations.NullMarked;
