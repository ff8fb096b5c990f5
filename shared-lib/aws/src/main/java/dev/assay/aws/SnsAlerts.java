package dev.assay.aws;

import dev.assay.core.feedback.Alert;
import dev.assay.core.feedback.Alerts;
import software.amazon.awssdk.services.sns.SnsClient;

/** Alerts to a topic, which people subscribe to. */
public final class SnsAlerts implements Alerts {
  private static final int MAX_SUBJECT_CHARS = 100;

  private final SnsClient sns;
  private final String topicArn;

  SnsAlerts(SnsClient sns, String topicArn) {
    this.sns = sns;
    this.topicArn = topicArn;
  }

  @Override
  public void send(Alert alert) {
    String subject =
        alert.subject().substring(0, Math.min(alert.subject().length(), MAX_SUBJECT_CHARS));
    sns.publish(request -> request.topicArn(topicArn).subject(subject).message(alert.text()));
  }
}
