/**
 * JSON and stored forms to core values and back, in one place. In: bytes from queues, files and
 * stores. Out: core values, or the list of what was wrong.
 */
@NullMarked
package dev.assay.wire;

import org.jspecify.annotations.NullMarked;
