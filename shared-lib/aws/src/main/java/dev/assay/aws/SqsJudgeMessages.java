package dev.assay.aws;

import dev.assay.core.judge.Due;
import dev.assay.core.judge.JudgeMessages;
import dev.assay.wire.JudgementJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the judge says to itself, through the queue {@code judgements}. */
public final class SqsJudgeMessages implements JudgeMessages {
  private static final Duration MAX_DELAY = Duration.ofMinutes(15);

  private final SqsClient sqs;
  private final String url;

  SqsJudgeMessages(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void close(String project, Instant window, Instant due, Duration delay) {
    send(JudgementJson.close(project, window, due), delay);
  }

  @Override
  public void judge(List<Due> due, int attempt, Duration delay) {
    send(JudgementJson.judge(due, attempt), delay);
  }

  private void send(String body, Duration delay) {
    Duration most = delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
    sqs.sendMessage(
        request -> request.queueUrl(url).messageBody(body).delaySeconds((int) most.toSeconds()));
  }
}
