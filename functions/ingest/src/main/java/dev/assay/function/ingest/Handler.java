package dev.assay.function.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.assay.aws.FunctionBeans;
import dev.assay.aws.SqsBatch;
import dev.assay.core.ingest.Delivery;
import dev.assay.core.ingest.IngestBatch;
import dev.assay.core.ingest.JoinPieces;
import dev.assay.wire.HandedJson;
import dev.assay.wire.S3PointerJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages of {@code traces}, and reminders of {@code joins}. */
public final class Handler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private static final Logger LOG = LoggerFactory.getLogger(Handler.class);

  private final InstantSource clock = InstantSource.system();
  private final FunctionBeans beans;

  /** As Lambda makes it. */
  public Handler() {
    this(System.getenv());
  }

  /** For an environment other than the process's own. */
  public Handler(Map<String, String> environment) {
    beans =
        FunctionBeans.start("ingest", environment, IngestBatch.class, LanguageDetectorModel.class);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSMessage> messages = event.getRecords();
    return !messages.isEmpty() && isReminder(messages.getFirst())
        ? SqsBatch.each(event, LOG, this::remind)
        : ingest(messages);
  }

  private SQSBatchResponse ingest(List<SQSMessage> messages) {
    List<Delivery> deliveries = messages.stream().map(Handler::delivery).toList();
    IngestBatch.Outcome outcome = beans.get(IngestBatch.class).ingest(deliveries, clock.instant());
    LOG.info(
        "accepted={} refused={} again={}",
        outcome.accepted(),
        outcome.refused(),
        outcome.again().size());
    return SqsBatch.again(outcome.again());
  }

  private boolean remind(SQSMessage message) {
    beans
        .get(JoinPieces.class)
        .onReminder(HandedJson.readReminder(message.getBody()), clock.instant());
    return true;
  }

  private static boolean isReminder(SQSMessage message) {
    String arn = message.getEventSourceArn();
    return arn != null && arn.endsWith("-joins");
  }

  private static Delivery delivery(SQSMessage message) {
    Set<String> attributes =
        message.getMessageAttributes() == null ? Set.of() : message.getMessageAttributes().keySet();
    Delivery.Content content =
        S3PointerJson.read(message.getBody(), attributes)
            .<Delivery.Content>map(
                pointer -> new Delivery.Large(pointer.bucket(), pointer.key(), message.getBody()))
            .orElseGet(() -> new Delivery.Inline(message.getBody()));
    return new Delivery(message.getMessageId(), content, SqsBatch.receiveCount(message));
  }
}
