package dev.assay.aws;

import dev.assay.core.ingest.HandOver;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.HandedJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Pointers to the queues: one message a batch to check, a few smaller ones to judge. */
public final class SqsHandOver implements HandOver {
  /** A pointer has some 350 bytes, and at the most 1,000: these fit the megabyte of a message. */
  private static final int MAX_CHECKS = 1_000;

  /** Small enough that one judge works through them within its time-out. */
  private static final int MAX_JUDGEMENTS = 25;

  private static final int MAX_ENTRIES = 10;
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final String checksUrl;
  private final String judgementsUrl;
  private final String joinsUrl;

  SqsHandOver(SqsClient sqs, String checksUrl, String judgementsUrl, String joinsUrl) {
    this.sqs = sqs;
    this.checksUrl = checksUrl;
    this.judgementsUrl = judgementsUrl;
    this.joinsUrl = joinsUrl;
  }

  @Override
  public void handOver(List<TraceRecord> records) {
    List<Handed> all = records.stream().map(Handed::of).toList();
    for (int from = 0; from < all.size(); from += MAX_CHECKS) {
      String body = HandedJson.write(all.subList(from, Math.min(all.size(), from + MAX_CHECKS)));
      sqs.sendMessage(request -> request.queueUrl(checksUrl).messageBody(body));
    }
    sendJudgements(all.stream().filter(Handed::keep).toList());
  }

  private void sendJudgements(List<Handed> kept) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int from = 0; from < kept.size(); from += MAX_JUDGEMENTS) {
      List<Handed> part = kept.subList(from, Math.min(kept.size(), from + MAX_JUDGEMENTS));
      entries.add(
          SendMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .messageBody(HandedJson.write(part))
              .build());
    }
    for (int from = 0; from < entries.size(); from += MAX_ENTRIES) {
      List<SendMessageBatchRequestEntry> part =
          entries.subList(from, Math.min(entries.size(), from + MAX_ENTRIES));
      var sent = sqs.sendMessageBatch(request -> request.queueUrl(judgementsUrl).entries(part));
      if (sent.hasFailed() && !sent.failed().isEmpty()) {
        throw new IllegalStateException(
            sent.failed().size()
                + " messages to judgements were not taken: "
                + sent.failed().getFirst().code());
      }
    }
  }

  @Override
  public void remind(Reminder reminder, Duration delay) {
    Duration shortened = delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
    sqs.sendMessage(request ->
        request
            .queueUrl(joinsUrl)
            .messageBody(HandedJson.write(reminder))
            .delaySeconds((int) shortened.toSeconds()));
  }
}
