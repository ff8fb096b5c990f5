package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assay.local.handlers.Worker;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

final class EventSourceTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private LocalSystem system = LocalSystem.start(LocalOptions.of(Small.template()));
  private Clients clients = Clients.of(system.endpoint());

  @BeforeEach
  void forget() {
    Worker.reset();
  }

  @AfterEach
  void stop() {
    clients.close();
    system.close();
  }

  @Test
  void only_the_failed_message_comes_back_and_ends_in_the_dead_letter_queue() throws Throwable {
    send("good", "fail", "also good");

    Eventually.within(SOON, () -> assertThat(deadLetters()).isEqualTo(1));

    Message dead = clients.sqs().receiveMessage(r -> r.queueUrl(url("WorkDead"))).messages().get(0);
    assertThat(dead.body()).isEqualTo("fail");
    assertThat(seen("fail")).isEqualTo(2);
    assertThat(seen("good")).isEqualTo(1);
    assertThat(seen("also good")).isEqualTo(1);
    assertThat(left()).isZero();
  }

  @Test
  void a_function_that_throws_fails_the_whole_batch() throws Throwable {
    restart(Map.of("Visibility", "3", "Window", "1"));
    send("good", "throw");

    Eventually.within(SOON, () -> assertThat(Worker.BATCHES).hasSizeGreaterThanOrEqualTo(2));

    assertThat(Worker.BATCHES.element()).hasSize(2);
    assertThat(seen("good")).isGreaterThanOrEqualTo(2);
    Eventually.within(SOON, () -> assertThat(deadLetters()).isPositive());
  }

  @Test
  void a_function_that_exceeds_its_timeout_fails_the_batch() throws Throwable {
    send("hang");

    Eventually.within(SOON, () -> assertThat(deadLetters()).isEqualTo(1));

    assertThat(seen("hang")).isEqualTo(2);
  }

  @Test
  void a_message_carries_what_lambda_tells_about_it() throws Throwable {
    MessageAttributeValue colour =
        MessageAttributeValue.builder().dataType("String").stringValue("red").build();
    clients
        .sqs()
        .sendMessage(r ->
            r.queueUrl(url("Work")).messageBody("hello").messageAttributes(Map.of("c", colour)));

    Eventually.within(SOON, () -> assertThat(Worker.BATCHES).hasSize(1));

    SQSEvent.SQSMessage message = Worker.BATCHES.element().getFirst();
    assertThat(message.getEventSourceArn())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:assay-work");
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getAttributes()).containsEntry("ApproximateReceiveCount", "1");
    assertThat(message.getAttributes()).containsKey("SentTimestamp");
    assertThat(message.getMessageAttributes())
        .hasEntrySatisfying("c", c -> assertThat(c.getStringValue()).isEqualTo("red"));
    assertThat(message.getMessageId()).isNotEmpty();
    assertThat(message.getMd5OfBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
  }

  @Test
  void a_window_gathers_a_batch_larger_than_one_receive() throws Throwable {
    restart(Map.of("Visibility", "30", "Window", "2", "Size", "250"));
    IntStream.range(0, 6).forEach(i -> send(Collections.nCopies(10, "m" + i)));

    Eventually.within(SOON, () -> assertThat(handled()).isEqualTo(60));

    assertThat(Worker.BATCHES).hasSizeLessThanOrEqualTo(2);
    Eventually.within(SOON, () -> assertThat(left()).isZero());
  }

  @Test
  void no_more_batches_than_the_maximum_are_at_work() throws Throwable {
    restart(Map.of("Visibility", "30", "Concurrency", "2", "Size", "1"));
    send(Collections.nCopies(8, "slow"));

    Eventually.within(SOON, () -> assertThat(handled()).isEqualTo(8));

    assertThat(Worker.MOST_AT_ONCE).hasValue(2);
  }

  @Test
  void a_batch_stays_below_six_megabytes() throws Throwable {
    restart(Map.of("Visibility", "30", "Window", "2", "Size", "100"));
    String large = "x".repeat(1_000_000);
    IntStream.range(0, 9).forEach(i -> send(large));

    Eventually.within(SOON, () -> assertThat(handled()).isEqualTo(9));

    assertThat(Worker.BATCHES)
        .allSatisfy(batch ->
            assertThat(batch.stream().mapToLong(m -> m.getBody().length()).sum())
                .isLessThanOrEqualTo(6L * 1024 * 1024));
  }

  @Test
  void closing_lets_the_batch_at_work_end() throws Throwable {
    send("slow");
    Eventually.within(SOON, () -> assertThat(Worker.BATCHES).hasSize(1));

    int deleted = deletes();
    system.close();

    assertThat(deletes() - deleted).isLessThanOrEqualTo(1);
    assertThat(deletes()).isEqualTo(1);
  }

  private int deletes() {
    return (int) system.counts().total("sqs", "DeleteMessageBatch").requests();
  }

  private void restart(Map<String, String> parameters) {
    clients.close();
    system.close();
    system = LocalSystem.start(LocalOptions.of(Small.template()).withParameters(parameters));
    clients = Clients.of(system.endpoint());
  }

  private void send(String... bodies) {
    send(List.of(bodies));
  }

  private void send(List<String> bodies) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, bodies.size())
            .mapToObj(i ->
                SendMessageBatchRequestEntry.builder()
                    .id("m" + i)
                    .messageBody(bodies.get(i))
                    .build())
            .toList();
    var answer = clients.sqs().sendMessageBatch(r -> r.queueUrl(url("Work")).entries(entries));
    assertThat(answer.failed()).isEmpty();
  }

  private String url(String queue) {
    return system.resources().getOrDefault(queue, "");
  }

  private static long seen(String body) {
    return Worker.BATCHES.stream()
        .flatMap(List::stream)
        .filter(message -> message.getBody().equals(body))
        .count();
  }

  private static long handled() {
    return Worker.BATCHES.stream().mapToLong(List::size).sum();
  }

  private int deadLetters() {
    return attribute("WorkDead", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private int left() {
    return attribute("Work", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + attribute("Work", QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int attribute(String queue, QueueAttributeName name) {
    return Integer.parseInt(
        clients
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url(queue)).attributeNames(name))
            .attributes()
            .getOrDefault(name, "-1"));
  }
}
