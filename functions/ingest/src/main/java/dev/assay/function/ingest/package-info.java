/** Entrance of the traces: SQS messages in, stored and sampled traces and pointers out. */
@NullMarked
package dev.assay.function.ingest;

import org.jspecify.annotations.NullMarked;
