/**
 * What people read: a trace with its commitments marked in place, a sentence around a finding, the
 * day's tiers. In: what the ports gave. Out: text.
 */
@NullMarked
package dev.assay.cli.show;

import org.jspecify.annotations.NullMarked;
