/**
 * The integration suite of the online path. In: endpoints, which are given from outside, and the
 * template's definitions. Out: that the functions do their work there.
 */
@NullMarked
package dev.assay.local.online;

import org.jspecify.annotations.NullMarked;
