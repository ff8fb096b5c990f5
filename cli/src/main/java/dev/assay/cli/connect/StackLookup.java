package dev.assay.cli.connect;

import dev.assay.aws.AwsClients;
import dev.assay.cli.terminal.OutsideFault;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Finds a stack's resources by the names that CloudFormation gives them. */
final class StackLookup implements ResourceNames {
  private final AwsClients clients;
  private final String stack;

  StackLookup(AwsClients clients, String stack) {
    this.clients = clients;
    this.stack = stack;
  }

  @Override
  public String of(Resource resource) {
    return switch (resource.kind()) {
      case QUEUE -> queue(resource);
      case TABLE -> one(resource, tables(), matches(resource.nameIn(stack)));
      case BUCKET ->
          one(resource, buckets(), matches(resource.nameIn(stack).toLowerCase(Locale.ROOT)));
      case TOPIC -> one(resource, topics(), arn -> arn.endsWith(":" + resource.nameIn(stack)));
    };
  }

  private String queue(Resource resource) {
    try (SqsClient sqs = clients.sqs()) {
      return sqs.getQueueUrl(request -> request.queueName(resource.nameIn(stack))).queueUrl();
    } catch (QueueDoesNotExistException e) {
      throw missing(resource, e);
    }
  }

  private List<String> tables() {
    try (DynamoDbClient dynamoDb = clients.dynamoDb()) {
      return dynamoDb.listTablesPaginator().tableNames().stream().toList();
    }
  }

  private List<String> buckets() {
    try (S3Client s3 = clients.s3()) {
      return s3.listBuckets().buckets().stream().map(Bucket::name).toList();
    }
  }

  private List<String> topics() {
    try (SnsClient sns = clients.sns()) {
      return sns.listTopicsPaginator().topics().stream().map(Topic::topicArn).toList();
    }
  }

  private static Predicate<String> matches(String name) {
    return found -> found.equals(name) || found.startsWith(name + "-");
  }

  private String one(Resource resource, List<String> names, Predicate<String> wanted) {
    List<String> found = names.stream().filter(wanted).toList();
    if (found.isEmpty()) {
      throw missing(resource, null);
    }
    if (found.size() > 1) {
      throw new OutsideFault(
          "several fit "
              + resource.nameIn(stack)
              + ": "
              + String.join(", ", found)
              + "; say which with "
              + resource.variable());
    }
    return found.getFirst();
  }

  private OutsideFault missing(Resource resource, @org.jspecify.annotations.Nullable Exception e) {
    String message =
        "no "
            + resource.kind().name().toLowerCase(Locale.ROOT)
            + " "
            + resource.nameIn(stack)
            + "; deploy template.yaml, name the stack with --stack, or set "
            + resource.variable();
    return e == null ? new OutsideFault(message) : new OutsideFault(message, e);
  }
}
