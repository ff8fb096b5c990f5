package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.count.Counts;
import dev.assay.local.count.Operation;
import dev.assay.local.sns.Notification;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** Every SDK feature that the functions use, through the one port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServicesTest {
  private final LocalSystem system =
      LocalSystem.start(LocalOptions.of(Small.template()).withFunctions(Set.of("Page")));
  private final Clients clients = Clients.of(system.endpoint());
  private final String idle = system.resources().getOrDefault("Idle", "");
  private final String files = system.resources().getOrDefault("Files", "");
  private final String items = system.resources().getOrDefault("Items", "");
  private final String bell = system.resources().getOrDefault("Bell", "");

  @BeforeAll
  void nothing_is_missing() {
    assertThat(Set.of(idle, files, items, bell)).doesNotContain("");
  }

  @BeforeEach
  void empty() {
    clients.sqs().purgeQueue(r -> r.queueUrl(idle));
  }

  @AfterAll
  void stop() {
    clients.close();
    system.close();
  }

  @Test
  void a_queue_url_leads_back_to_the_one_port() {
    String url = clients.sqs().getQueueUrl(r -> r.queueName("assay-idle")).queueUrl();

    assertThat(url).isEqualTo(idle).startsWith(system.endpoint().toString());
  }

  @Test
  void a_queue_that_is_not_in_the_template_does_not_exist() {
    assertThatThrownBy(() -> clients.sqs().getQueueUrl(r -> r.queueName("assay-other")))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void a_delayed_message_is_seen_later() {
    clients.sqs().sendMessage(r -> r.queueUrl(idle).messageBody("late").delaySeconds(2));

    assertThat(clients.sqs().receiveMessage(r -> r.queueUrl(idle)).messages()).isEmpty();
    assertThat(clients.sqs().receiveMessage(r -> r.queueUrl(idle).waitTimeSeconds(5)).messages())
        .hasSize(1);
  }

  @Test
  void a_megabyte_is_one_message_billed_as_sixteen_requests() {
    Counts before = system.counts();

    clients.sqs().sendMessage(r -> r.queueUrl(idle).messageBody("x".repeat(1_048_000)));

    Counts change = system.counts().minus(before);
    assertThat(change.total("sqs", "SendMessage").requests()).isEqualTo(1);
    assertThat(change.total("sqs", "SendMessage").billed()).isEqualTo(16);
    assertThat(change.byOperation()).containsKey(new Operation("sqs", "SendMessage", "assay-idle"));
  }

  @Test
  void quotes_in_a_message_do_not_count_twice() {
    Counts before = system.counts();

    clients.sqs().sendMessage(r -> r.queueUrl(idle).messageBody("\"".repeat(60_000)));

    assertThat(system.counts().minus(before).total("sqs", "SendMessage").billed()).isEqualTo(1);
  }

  @Test
  void objects_are_put_once_read_in_ranges_and_counted_by_prefix() {
    Counts before = system.counts();
    RequestBody body = RequestBody.fromString("0123456789");
    clients.s3().putObject(r -> r.bucket(files).key("segments/one").ifNoneMatch("*"), body);

    assertThatThrownBy(() ->
            clients.s3().putObject(r -> r.bucket(files).key("segments/one").ifNoneMatch("*"), body))
        .isInstanceOf(S3Exception.class)
        .satisfies(e -> assertThat(((S3Exception) e).statusCode()).isEqualTo(412));
    String part =
        clients
            .s3()
            .getObjectAsBytes(r -> r.bucket(files).key("segments/one").range("bytes=3-5"))
            .asUtf8String();

    assertThat(part).isEqualTo("345");
    Counts change = system.counts().minus(before);
    assertThat(change.total(o -> o.equals(new Operation("s3", "PUT", files + "/segments"))))
        .satisfies(tally -> assertThat(tally.requests()).isEqualTo(2));
    assertThat(change.total("s3", "GET").requests()).isEqualTo(1);
    assertThat(change.total("s3", "GET").bytesOut()).isEqualTo(3);
    assertThatThrownBy(() -> clients.s3().getObjectAsBytes(r -> r.bucket(files).key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThat(clients.s3().headObject(r -> r.bucket(files).key("segments/one")).contentLength())
        .isEqualTo(10);
  }

  @Test
  void eighty_megabytes_pass() {
    byte[] large = new byte[80_000_000];
    new Random(7).nextBytes(large);

    clients.s3().putObject(r -> r.bucket(files).key("large"), RequestBody.fromBytes(large));

    assertThat(clients.s3().getObjectAsBytes(r -> r.bucket(files).key("large")).asByteArray())
        .isEqualTo(large);
    clients.s3().deleteObject(r -> r.bucket(files).key("large"));
  }

  @Test
  void listing_names_what_is_there() {
    clients.s3().putObject(r -> r.bucket(files).key("list/a b+c"), RequestBody.fromString("1"));

    assertThat(clients.s3().listObjectsV2(r -> r.bucket(files).prefix("list/")).contents())
        .singleElement()
        .satisfies(object -> assertThat(object.key()).isEqualTo("list/a b+c"));
    assertThat(clients.s3().listBuckets().buckets())
        .singleElement()
        .satisfies(bucket -> assertThat(bucket.name()).isEqualTo(files));
  }

  @Test
  void items_are_written_on_condition_and_their_units_counted() {
    Map<String, AttributeValue> item =
        Map.of("pk", text("p"), "sk", text("s"), "open_pk", text("o"), "open_sk", text("1"));
    Counts before = system.counts();
    clients
        .dynamo()
        .putItem(
            r -> r.tableName(items).item(item).conditionExpression("attribute_not_exists(pk)"));

    assertThatThrownBy(() ->
            clients
                .dynamo()
                .putItem(r ->
                    r.tableName(items).item(item).conditionExpression("attribute_not_exists(pk)")))
        .isInstanceOf(ConditionalCheckFailedException.class);
    assertThat(
            clients
                .dynamo()
                .query(r ->
                    r.tableName(items)
                        .indexName("open")
                        .keyConditionExpression("open_pk = :o")
                        .expressionAttributeValues(Map.of(":o", text("o"))))
                .items())
        .hasSize(1);
    assertThat(system.counts().minus(before).total("dynamodb", "PutItem").writeUnits())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_published_notification_is_remembered() {
    MessageAttributeValue kind =
        MessageAttributeValue.builder().dataType("String").stringValue("review").build();
    String id =
        clients
            .sns()
            .publish(r ->
                r.topicArn(bell)
                    .subject("Look & see")
                    .message("{\"trace\":\"t-1\"}")
                    .messageAttributes(Map.of("kind", kind)))
            .messageId();

    Notification last = system.notifications().getLast();
    assertThat(last.id()).isEqualTo(id);
    assertThat(last.subject()).isEqualTo("Look & see");
    assertThat(last.message()).isEqualTo("{\"trace\":\"t-1\"}");
    assertThat(last.attributes()).containsEntry("kind", "review");
  }

  @Test
  void notifications_are_published_in_batches() {
    PublishBatchRequestEntry one =
        PublishBatchRequestEntry.builder().id("1").message("first").build();
    PublishBatchRequestEntry two =
        PublishBatchRequestEntry.builder().id("2").message("second").build();

    assertThat(
            clients
                .sns()
                .publishBatch(r -> r.topicArn(bell).publishBatchRequestEntries(one, two))
                .successful())
        .hasSize(2);
    assertThat(system.notifications())
        .extracting(Notification::message)
        .contains("first", "second");
  }

  @Test
  void a_topic_that_is_not_in_the_template_is_refused() {
    assertThatThrownBy(() -> clients.sns().publish(r -> r.topicArn(bell + "s").message("x")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_route_reaches_its_function() throws Exception {
    assertThat(get("/")).isEqualTo("200 us-east-1 GET / {} {}");
    assertThat(get("/v1/traces/t%201?limit=5"))
        .isEqualTo("200 us-east-1 GET /v1/{proxy+} {proxy=traces/t 1} {limit=5}");
    assertThat(get("/v1/broken")).startsWith("500 ");
    assertThat(system.counts().total("api").requests()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void what_no_service_knows_is_refused() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(system.endpoint())
            .header("X-Amz-Target", "AWSEvents.PutEvents")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    assertThat(send(request)).startsWith("400 ").contains("UnknownOperationException");
    assertThat(get("/nothing/here")).startsWith("404 ");
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(system.endpoint().resolve(path)).build());
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
