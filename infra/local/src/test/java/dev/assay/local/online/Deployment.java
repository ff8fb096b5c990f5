package dev.assay.local.online;

import dev.assay.aws.AwsClients;
import dev.assay.local.template.Queue;
import dev.assay.local.template.Template;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Makes what the template stores things in, by each service's own API; queues and buckets of a
 * stack that CloudFormation deployed are found and emptied instead.
 */
final class Deployment {
  /** What the template's queue URLs start with before anybody has made a queue. */
  static final String PREDICTED = "http://predicted/000000000000/";

  private final Template template;
  private final AwsClients clients;
  private final boolean deployed;
  private final Map<String, String> made = new HashMap<>();

  Deployment(Template template, AwsClients clients, boolean deployed) {
    this.template = template;
    this.clients = clients;
    this.deployed = deployed;
  }

  /** Uses a topic that is there already for all of the template's. */
  void topic(String arn) {
    template.topics().values().forEach(predicted -> made.put(predicted, arn));
  }

  /** From what the template calls a thing to what it is called at the endpoints. */
  Map<String, String> make() {
    try (SqsClient sqs = clients.sqs();
        DynamoDbClient dynamoDb = clients.dynamoDb();
        SnsClient sns = clients.sns();
        S3Client s3 = clients.s3()) {
      template.queues().stream()
          .sorted(Comparator.comparing(queue -> queue.redrive() != null)) // dead letters first
          .forEach(queue -> {
            String url = deployed ? foundQueue(sqs, queue) : madeQueue(sqs, queue);
            made.put(PREDICTED + queue.name(), url);
          });
      template.tables().forEach(table -> Tables.make(dynamoDb, table));
      for (String bucket : template.buckets().values()) {
        made.put(bucket, deployed ? foundBucket(s3, bucket) : madeBucket(s3, bucket));
      }
      for (String topic : template.topics().values()) {
        made.computeIfAbsent(topic, arn -> topicArn(sns, arn));
      }
    }
    return Map.copyOf(made);
  }

  private static String foundQueue(SqsClient sqs, Queue queue) {
    String url = sqs.getQueueUrl(request -> request.queueName(queue.name())).queueUrl();
    sqs.purgeQueue(request -> request.queueUrl(url));
    return url;
  }

  /** CloudFormation appends a random part to the names it makes. */
  private static String foundBucket(S3Client s3, String name) {
    return s3.listBuckets().buckets().stream()
        .map(Bucket::name)
        .filter(found -> found.startsWith(name + "-"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no bucket's name starts with " + name));
  }

  private static String madeBucket(S3Client s3, String name) {
    s3.createBucket(request -> request.bucket(name));
    return name;
  }

  private String madeQueue(SqsClient sqs, Queue queue) {
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + queue.visibility().toSeconds());
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + queue.delay().toSeconds());
    Queue.Redrive redrive = queue.redrive();
    if (redrive != null) {
      String url = made.getOrDefault(PREDICTED + redrive.deadLetterQueue(), "");
      attributes.put(
          QueueAttributeName.REDRIVE_POLICY,
          "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
              .formatted(arn(sqs, url), redrive.maxReceiveCount()));
    }
    return sqs.createQueue(request -> request.queueName(queue.name()).attributes(attributes))
        .queueUrl();
  }

  private static String arn(SqsClient sqs, String url) {
    return sqs.getQueueAttributes(
            request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  private static String topicArn(SnsClient sns, String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return sns.createTopic(request -> request.name(name)).topicArn();
  }
}
