/** Tests of the whole core. */
@NullMarked
package dev.assay.core;

import org.jspecify.annotations.NullMarked;
