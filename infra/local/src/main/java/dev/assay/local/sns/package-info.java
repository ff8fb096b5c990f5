/**
 * SNS on this machine: topics that remember instead of sending.
 *
 * <p>In: Publish and PublishBatch in SNS's query protocol. Out: its XML answers, and the last
 * notifications for whoever shows them.
 */
@NullMarked
package dev.assay.local.sns;

import org.jspecify.annotations.NullMarked;
