package dev.assay.aws;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;

/** Partial batch failures as SQS event sources want them. */
public final class SqsBatch {
  private SqsBatch() {}

  /** Handles one message; an exception means "again". */
  @FunctionalInterface
  public interface Work {
    /**
     * Does the work of one message.
     *
     * @return false when the message is to come again
     */
    boolean handle(SQSMessage message);
  }

  /** Handles each message by itself and names those that are to come again. */
  public static SQSBatchResponse each(SQSEvent event, Logger log, Work work) {
    List<String> again = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      boolean done = false;
      try {
        done = work.handle(message);
      } catch (RuntimeException e) {
        log.warn("message {} comes again: {}", message.getMessageId(), e.toString());
      }
      if (!done) {
        again.add(message.getMessageId());
      }
    }
    return again(again);
  }

  /** The answer that names messages to come again. */
  public static SQSBatchResponse again(Collection<String> messageIds) {
    return new SQSBatchResponse(messageIds.stream().map(BatchItemFailure::new).toList());
  }

  /** How often a message was delivered, from 1. */
  public static int receiveCount(SQSMessage message) {
    String count =
        message.getAttributes() == null
            ? null
            : message.getAttributes().get("ApproximateReceiveCount");
    return count == null ? 1 : Integer.parseInt(count);
  }
}
