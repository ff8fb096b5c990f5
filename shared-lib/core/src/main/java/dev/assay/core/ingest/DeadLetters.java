package dev.assay.core.ingest;

/** Takes messages that can never be accepted. */
public interface DeadLetters {
  /**
   * Sends the original message on.
   *
   * @param body as it came, unredacted: the queue is encrypted
   * @param reason for people, free of conversation text
   */
  void bury(String body, String reason);
}
