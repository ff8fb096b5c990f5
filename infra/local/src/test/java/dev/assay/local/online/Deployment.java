package dev.assay.local.online;

import dev.assay.aws.AwsClients;
import dev.assay.local.template.Queue;
import dev.assay.local.template.Table;
import dev.assay.local.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes what the template stores things in, by each service's own API. */
final class Deployment {
  /** What the template's queue URLs start with before anybody has made a queue. */
  static final String PREDICTED = "http://predicted/000000000000/";

  private final Template template;
  private final AwsClients clients;
  private final Map<String, String> made = new HashMap<>();

  Deployment(Template template, AwsClients clients) {
    this.template = template;
    this.clients = clients;
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
        var s3 = clients.s3()) {
      template.queues().stream()
          .sorted(Comparator.comparing(queue -> queue.redrive() != null)) // dead letters first
          .forEach(queue -> made.put(PREDICTED + queue.name(), queueUrl(sqs, queue)));
      template.tables().forEach(table -> makeTable(dynamoDb, table));
      for (String bucket : template.buckets().values()) {
        s3.createBucket(request -> request.bucket(bucket));
        made.put(bucket, bucket);
      }
      for (String topic : template.topics().values()) {
        made.computeIfAbsent(topic, arn -> topicArn(sns, arn));
      }
    }
    return Map.copyOf(made);
  }

  private String queueUrl(SqsClient sqs, Queue queue) {
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
    return sqs.getQueueAttributes(request ->
            request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }

  private static String topicArn(SnsClient sns, String arn) {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return sns.createTopic(request -> request.name(name)).topicArn();
  }

  private static void makeTable(DynamoDbClient dynamoDb, Table table) {
    Map<String, Object> properties = table.properties();
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                blocks(properties, "AttributeDefinitions").stream()
                    .map(block ->
                        AttributeDefinition.builder()
                            .attributeName(text(block, "AttributeName"))
                            .attributeType(text(block, "AttributeType"))
                            .build())
                    .toList())
            .keySchema(keySchema(properties));
    List<GlobalSecondaryIndex> indexes =
        blocks(properties, "GlobalSecondaryIndexes").stream().map(Deployment::index).toList();
    if (!indexes.isEmpty()) {
      request.globalSecondaryIndexes(indexes);
    }
    dynamoDb.createTable(request.build());
    awaitActive(dynamoDb, table.name());
  }

  private static void awaitActive(DynamoDbClient dynamoDb, String name) {
    for (int i = 0; i < 600; i++) {
      if (dynamoDb.describeTable(r -> r.tableName(name)).table().tableStatus()
          == TableStatus.ACTIVE) {
        return;
      }
      Pause.millis(100);
    }
    throw new IllegalStateException("table " + name + " does not become active");
  }

  private static GlobalSecondaryIndex index(Map<?, ?> block) {
    Map<?, ?> projection = (Map<?, ?>) block.get("Projection");
    return GlobalSecondaryIndex.builder()
        .indexName(text(block, "IndexName"))
        .keySchema(keySchema(block))
        .projection(
            Projection.builder()
                .projectionType(projection == null ? "ALL" : text(projection, "ProjectionType"))
                .build())
        .build();
  }

  private static List<KeySchemaElement> keySchema(Map<?, ?> block) {
    return blocks(block, "KeySchema").stream()
        .map(element ->
            KeySchemaElement.builder()
                .attributeName(text(element, "AttributeName"))
                .keyType(text(element, "KeyType"))
                .build())
        .toList();
  }

  private static List<Map<?, ?>> blocks(Map<?, ?> block, String key) {
    List<Map<?, ?>> blocks = new ArrayList<>();
    if (block.get(key) instanceof List<?> list) {
      list.forEach(element -> blocks.add((Map<?, ?>) element));
    }
    return blocks;
  }

  private static String text(Map<?, ?> block, String key) {
    return String.valueOf(block.get(key));
  }
}
