package dev.assay.local.sns;

import dev.assay.local.count.Meter;
import dev.assay.local.count.Operation;
import dev.assay.local.count.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The template's topics. Any thread may call. */
public final class Topics {
  /** How many notifications are remembered. */
  static final int REMEMBERED = 1000;

  /** The largest message SNS takes, in bytes. */
  private static final int LARGEST = 256 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger("assay.alerts");

  private final Set<String> arns;
  private final Clock clock;
  private final Meter meter;
  private final ArrayDeque<Notification> notifications = new ArrayDeque<>();

  public Topics(Collection<String> arns, Clock clock, Meter meter) {
    this.arns = Set.copyOf(arns);
    this.clock = clock;
    this.meter = meter;
  }

  /** An HTTP answer: status and XML. */
  public record Answer(int status, String xml) {}

  /** Answers a form-encoded request. */
  public Answer handle(byte[] body) {
    Form form = Form.parse(new String(body, StandardCharsets.UTF_8));
    String action = form.get("Action");
    String topic = form.get("TopicArn");
    meter.count(
        new Operation("sns", action, topic.substring(topic.lastIndexOf(':') + 1)),
        Tally.request(Math.max(1, Math.ceilDiv(body.length, 64 * 1024)), body.length, 0));
    return switch (action) {
      case "Publish" -> publish(form, topic);
      case "PublishBatch" -> publishBatch(form, topic);
      case "ListTopics" -> answer("ListTopics", "<Topics>" + members() + "</Topics>");
      case "GetTopicAttributes" -> attributes(topic);
      default -> error(400, "InvalidAction", "the local SNS does not know " + action);
    };
  }

  /** The last notifications, oldest first. */
  public List<Notification> notifications() {
    synchronized (notifications) {
      return List.copyOf(notifications);
    }
  }

  private Answer publish(Form form, String topic) {
    if (!arns.contains(topic)) {
      return notFound();
    }
    String message = form.get("Message");
    if (message.isEmpty() || message.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      return error(400, "InvalidParameter", "Invalid parameter: Message must be 1 to 262144 bytes");
    }
    String id = remember(topic, form.get("Subject"), message, form.attributes("MessageAttributes"));
    return answer("Publish", "<MessageId>" + id + "</MessageId>");
  }

  private Answer publishBatch(Form form, String topic) {
    if (!arns.contains(topic)) {
      return notFound();
    }
    StringBuilder done = new StringBuilder();
    for (int i = 1; i <= 10; i++) {
      String entry = "PublishBatchRequestEntries.member." + i + ".";
      if (form.get(entry + "Id").isEmpty()) {
        break;
      }
      String id =
          remember(
              topic,
              form.get(entry + "Subject"),
              form.get(entry + "Message"),
              form.attributes(entry + "MessageAttributes"));
      done.append("<member><Id>").append(escape(form.get(entry + "Id")));
      done.append("</Id><MessageId>").append(id).append("</MessageId></member>");
    }
    return answer("PublishBatch", "<Successful>" + done + "</Successful><Failed/>");
  }

  private String remember(
      String topic, String subject, String message, Map<String, String> attributes) {
    String id = UUID.randomUUID().toString();
    synchronized (notifications) {
      notifications.addLast(
          new Notification(id, clock.instant(), topic, subject, message, attributes));
      if (notifications.size() > REMEMBERED) {
        notifications.removeFirst();
      }
    }
    // The subject alone: the text may quote a conversation, and "assay review list" shows it.
    LOG.info("alert: {} (notification {})", subject.isEmpty() ? "no subject" : subject, id);
    return id;
  }

  private Answer attributes(String topic) {
    if (!arns.contains(topic)) {
      return notFound();
    }
    String entry = "<entry><key>TopicArn</key><value>" + topic + "</value></entry>";
    return answer("GetTopicAttributes", "<Attributes>" + entry + "</Attributes>");
  }

  private String members() {
    StringBuilder xml = new StringBuilder();
    arns.stream()
        .sorted()
        .forEach(arn -> xml.append("<member><TopicArn>" + arn + "</TopicArn></member>"));
    return xml.toString();
  }

  private static Answer notFound() {
    return error(404, "NotFound", "Topic does not exist");
  }

  private static Answer answer(String action, String result) {
    return new Answer(
        200,
        "<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata></%1$sResponse>"
            .formatted(action, result, UUID.randomUUID()));
  }

  private static Answer error(int status, String code, String message) {
    return new Answer(
        status,
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>%s</RequestId></ErrorResponse>"
            .formatted(code, escape(message), UUID.randomUUID()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
