/**
 * The local runner's tests. In: small templates and tiny functions. Out: how Lambda would behave.
 */
@NullMarked
package dev.assay.local;

import org.jspecify.annotations.NullMarked;
