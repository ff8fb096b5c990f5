/**
 * The measurements of the commitment check. In: real conversations that lie beside the repository.
 * Out: how many corrupted values it catches, how many uncorrupted ones it flags, how fast it is.
 */
@NullMarked
package dev.assay.bench.check;

import org.jspecify.annotations.NullMarked;
