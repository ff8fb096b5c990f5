/**
 * Sending a trace with each SDK. In: the scripts of {@code events/send} and a running local system.
 * Out: that feedback can be read seconds later.
 */
@NullMarked
package dev.assay.local.send;

import org.jspecify.annotations.NullMarked;
