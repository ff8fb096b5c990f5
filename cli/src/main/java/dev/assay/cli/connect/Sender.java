package dev.assay.cli.connect;

import dev.assay.cli.terminal.OutsideFault;
import dev.assay.core.trace.Bytes;
import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Sends bodies to the traces queue: ten a request and at most 1 MiB together; what is larger alone
 * goes to the inbox bucket and travels as a pointer in the extended client's form. For one thread;
 * requests overlap behind it.
 */
public final class Sender implements AutoCloseable {
  private static final int BATCH = 10;

  /** SQS counts attributes too; the pointer's are small. */
  private static final int REQUEST_BYTES = (1 << 20) - 1_024;

  private static final int REQUESTS_AT_ONCE = 4;
  private static final int ATTEMPTS = 4;
  private static final int FIRST_PAUSE_MS = 200;
  private static final String POINTER_CLASS = "software.amazon.payloadoffloading.PayloadS3Pointer";

  private final Connection connection;
  private final SqsClient sqs;
  private final String queueUrl;
  private final LongConsumer onSent;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore slots = new Semaphore(REQUESTS_AT_ONCE);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final AtomicLong sent = new AtomicLong();
  private final List<SendMessageBatchRequestEntry> batch = new ArrayList<>();
  private int batchBytes;

  /**
   * Opens a sender.
   *
   * @param onSent told how many more were sent; by any thread
   */
  public Sender(Connection connection, LongConsumer onSent) {
    this.connection = connection;
    this.sqs = connection.clients().sqs();
    this.queueUrl = connection.name(Resource.TRACES_QUEUE);
    this.onSent = onSent;
  }

  /** How many the queue has taken. */
  public long sent() {
    return sent.get();
  }

  /**
   * Sends a body, soon.
   *
   * @throws RuntimeException when an earlier one could not be sent
   */
  public void send(Bytes body) {
    SendMessageBatchRequestEntry.Builder entry =
        SendMessageBatchRequestEntry.builder().id(Integer.toString(batch.size()));
    int bytes = body.length();
    if (bytes > REQUEST_BYTES) {
      String pointer = upload(body);
      entry
          .messageBody(pointer)
          .messageAttributes(
              Map.of(
                  "ExtendedPayloadSize",
                  MessageAttributeValue.builder()
                      .dataType("Number")
                      .stringValue(Integer.toString(bytes))
                      .build()));
      bytes = pointer.length();
    } else {
      entry.messageBody(body.utf8());
    }
    if (batchBytes + bytes > REQUEST_BYTES) {
      post();
      entry.id("0");
    }
    batch.add(entry.build());
    batchBytes += bytes;
    if (batch.size() == BATCH) {
      post();
    }
  }

  private String upload(Bytes body) {
    String bucket = connection.name(Resource.INBOX_BUCKET);
    String key = UUID.randomUUID() + ".json";
    try (S3Client s3 = connection.clients().s3()) {
      s3.putObject(
          request -> request.bucket(bucket).key(key).contentType("application/json"),
          RequestBody.fromBytes(body.array()));
    }
    var pointer = Mappers.JSON.createArrayNode().add(POINTER_CLASS);
    pointer.addObject().put("s3BucketName", bucket).put("s3Key", key);
    return pointer.toString();
  }

  private void post() {
    List<SendMessageBatchRequestEntry> entries = List.copyOf(batch);
    batch.clear();
    batchBytes = 0;
    throwFailure();
    slots.acquireUninterruptibly();
    var _ =
        threads.submit(() -> {
          try {
            post(entries);
          } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
          } finally {
            slots.release();
          }
        });
  }

  private void post(List<SendMessageBatchRequestEntry> entries) {
    List<SendMessageBatchRequestEntry> due = entries;
    String code = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<SendMessageBatchRequestEntry> now = due;
      var answer = sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(now));
      sent.addAndGet(answer.successful().size());
      onSent.accept(answer.successful().size());
      if (answer.failed().isEmpty()) {
        return;
      }
      code = answer.failed().getFirst().code();
      List<String> failed = answer.failed().stream().map(BatchResultErrorEntry::id).toList();
      due = now.stream().filter(entry -> failed.contains(entry.id())).toList();
      pause(attempt);
    }
    throw new OutsideFault("the queue refuses " + due.size() + " messages: " + code);
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep((long) FIRST_PAUSE_MS << attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OutsideFault("interrupted while sending", e);
    }
  }

  /**
   * Sends what is left and waits for all of it.
   *
   * @throws RuntimeException when one could not be sent
   */
  public void flush() {
    if (!batch.isEmpty()) {
      post();
    }
    slots.acquireUninterruptibly(REQUESTS_AT_ONCE);
    slots.release(REQUESTS_AT_ONCE);
    throwFailure();
  }

  private void throwFailure() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() {
    threads.close();
    sqs.close();
  }
}
