/**
 * The entrance. In: queue messages. Out: stored, redacted, sampled traces, and pointers handed on
 * to check and judge. Scores nothing.
 */
@NullMarked
package dev.assay.core.ingest;

import org.jspecify.annotations.NullMarked;
