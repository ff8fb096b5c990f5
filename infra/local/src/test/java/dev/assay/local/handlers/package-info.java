/** Tiny functions for the runner's tests. In: events. Out: what the tests look at. */
@NullMarked
package dev.assay.local.handlers;

import org.jspecify.annotations.NullMarked;
