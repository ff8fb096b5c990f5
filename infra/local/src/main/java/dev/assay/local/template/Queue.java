package dev.assay.local.template;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A queue of the template.
 *
 * @param delay before a message is first seen
 * @param receiveWait how long a receive waits that does not say
 */
public record Queue(
    String logicalId,
    String name,
    Duration visibility,
    Duration delay,
    Duration receiveWait,
    @Nullable Redrive redrive) {

  /** After so many receives a message goes to the named queue. */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}
}
