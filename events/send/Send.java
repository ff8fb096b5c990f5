import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends one conversation to Assay with the AWS SDK for Java v2 (software.amazon.awssdk:sqs on the class path).
 *
 * <pre>
 * AWS_ENDPOINT_URL=http://127.0.0.1:4580 AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test \
 *   java -cp CLASS_PATH Send.java [QUEUE] [FILE] [TRACE_ID]
 * </pre>
 *
 * The SDK reads all four by itself; without AWS_ENDPOINT_URL it goes to your AWS account.
 */
public final class Send {
  private Send() {}

  public static void main(String[] args) throws IOException {
    String queue = args.length > 0 ? args[0] : "assay-traces";
    String trace = Files.readString(Path.of(args.length > 1 ? args[1] : "events/trace.json"));
    if (args.length > 2) { // the file's first "trace_id" is the conversation's own
      trace = trace.replaceFirst("\"trace_id\": *\"[^\"]*\"", "\"trace_id\": \"" + args[2] + "\"");
    }
    String body = trace;
    try (SqsClient sqs = SqsClient.create()) {
      String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
      String id = sqs.sendMessage(request -> request.queueUrl(url).messageBody(body)).messageId();
      System.out.println("sent as message " + id);
    }
  }
}
