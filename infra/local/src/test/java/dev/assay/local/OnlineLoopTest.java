package dev.assay.local;

import static dev.assay.testkit.TraceJson.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;

/** A conversation from the queue to its feedback, as a sender sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnlineLoopTest {
  private Loop loop;

  @BeforeAll
  void start() {
    loop = new Loop();
  }

  @AfterAll
  void stop() {
    loop.close();
  }

  @Test
  void a_wrong_refund_reaches_the_trace_the_review_queue_and_a_person() throws Throwable {
    loop.send(
        aTrace("refund-1")
            .user("I sent the kettle back. What do I get? Write to jane.doe@example.com")
            .called("get_refund", "{\"order\":\"A7\"}", "{\"refund_amount\":42.10}")
            .agent("Your refund of $52.10 is on its way.")
            .with("outcome", "{\"escalated\":true}")
            .json());
    Eventually.within(
        Loop.PATIENCE,
        () -> {
          assertThat(keys("refund-1")).contains("commitments", "faithfulness", "tool_errors");
          assertThat(loop.adapters.reviewQueue().open("default", 100))
              .anyMatch(item -> item.trace().id().value().equals("refund-1"));
          assertThat(loop.system.notifications())
              .anyMatch(notification -> notification.message().contains("refund-1"));
        });
    assertThat(page()).contains("refund-1").contains("commitment");
    Feedback commitments = one("refund-1", "commitments");
    assertThat(commitments.assessment().verdict()).isEqualTo(Verdict.scored(0));
    assertThat(commitments.assessment().findings())
        .anyMatch(finding ->
            finding.verdict().equals("contradicted") && finding.text().contains("52.10"));
    assertThat(loop.stored("refund-1")).contains("[EMAIL_").doesNotContain("jane.doe");
    assertThat(loop.record("refund-1").sampling().tiers()).startsWith("escalated");
  }

  @Test
  void a_trace_sent_three_times_has_each_score_once() throws Throwable {
    String body = aTrace("twice-1").user("Hello").agent("The fee is $5.").json();
    for (int i = 0; i < 3; i++) {
      loop.send(body);
    }
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("twice-1")).contains("commitments"));
    List<Feedback> feedback = loop.feedback("twice-1");
    Set<String> distinct = new HashSet<>();
    feedback.forEach(one -> distinct.add(one.assessment().key() + one.source()));
    assertThat(feedback).hasSize(distinct.size());
    assertThat(loop.record("twice-1").key().revision()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_accepted_is_buried_with_its_reason_and_its_neighbours_pass()
      throws Throwable {
    String bucket = loop.inbox();
    loop.clients
        .s3()
        .putObject(r -> r.bucket(bucket).key("huge"), RequestBody.fromBytes(new byte[80 << 20]));
    loop.send("not json at all");
    loop.send("[1,2]");
    loop.send(aTrace("bad-role").with("messages", "[{\"role\":\"robot\"}]").json());
    loop.send("{\"trace_id\":\"bad-none\"}");
    loop.send(aTrace("bad-type").user("x").with("tags", "7").json());
    loop.send(aTrace("bad-clock").user("x").with("started_at", "\"2999-01-01T00:00:00Z\"").json());
    loop.sendPointer(bucket, "huge");
    loop.sendPointer("somebody-elses", "x");
    loop.send(aTrace("neighbour-1").user("Hello").agent("Hi").json());
    TreeMap<String, String> reasons = new TreeMap<>();
    Eventually.within(
        Loop.PATIENCE,
        () -> {
          loop.deadLetters()
              .forEach(message -> reasons.put(message.messageId(), Loop.reason(message)));
          assertThat(reasons).hasSize(8);
        });
    assertThat(String.join("\n", reasons.values()))
        .contains("body: expected a JSON object, got no JSON")
        .contains("body: expected a JSON object, got an array")
        .contains("messages[0].role: expected one of system, user, assistant, tool")
        .contains("agent: expected an object with a name, got nothing")
        .contains("tags: expected an array of strings, got a number")
        .contains("started_at: expected a time at most 24 h ahead of ours")
        .contains("s3Key: expected an object of at most 64 MiB, got 83886080 bytes")
        .contains("s3BucketName: expected a bucket of the allow-list");
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("neighbour-1")).contains("commitments"));
  }

  @Test
  void two_megabytes_by_pointer_go_through() throws Throwable {
    String body = aTrace("large-1").user("x".repeat(2 << 20)).agent("Noted.").json();
    loop.clients
        .s3()
        .putObject(r -> r.bucket(loop.inbox()).key("large"), RequestBody.fromString(body));
    loop.sendPointer(loop.inbox(), "large");
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("large-1")).contains("commitments"));
    assertThat(loop.stored("large-1")).hasSizeGreaterThan(2 << 20);
  }

  @Test
  void pieces_are_joined_when_the_last_is_there_and_a_late_one_makes_a_revision() throws Throwable {
    loop.send(aTrace("p-2").agent("Bye, the fee is $9.").piece("talk-1", 2, true).json());
    loop.send(aTrace("p-0").user("Hello").piece("talk-1", 0, false).json());
    loop.send(
        aTrace("p-1")
            .agent("Hi")
            .with("started_at", "\"2026-11-20T10:00:05Z\"")
            .piece("talk-1", 1, false)
            .json());
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("talk-1")).contains("commitments"));
    assertThat(loop.stored("talk-1")).contains("Hello").contains("$9").doesNotContain("\"piece\"");
    assertThat(loop.record("talk-1").pieces()).containsExactly(0, 1, 2);
    loop.send(aTrace("p-3").user("One more thing").piece("talk-1", 3, false).json());
    Eventually.within(
        Loop.PATIENCE,
        () -> {
          assertThat(loop.record("talk-1").key().revision()).isEqualTo(2);
          assertThat(loop.feedback("talk-1"))
              .anyMatch(feedback -> feedback.trace().revision() == 2);
        });
    assertThat(loop.stored("talk-1")).contains("One more thing");
  }

  @Test
  void an_idle_conversation_is_joined_as_it_is_when_its_reminder_comes() throws Throwable {
    loop.send(aTrace("i-0").user("Hello?").agent("Yes?").piece("idle-1", 0, false).json());
    Eventually.within(
        Loop.PATIENCE, () -> assertThat(loop.adapters.traceStore().pieces("idle-1")).hasSize(1));
    assertThat(loop.feedback("idle-1")).isEmpty();
    SQSEvent.SQSMessage reminder = new SQSEvent.SQSMessage();
    reminder.setMessageId("r-1");
    reminder.setBody("{\"conversation_id\":\"idle-1\",\"pieces\":1}");
    reminder.setEventSourceArn("arn:aws:sqs:us-east-1:000000000000:assay-joins");
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(reminder));
    loop.system.invoke("Ingest", event);
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("idle-1")).contains("commitments"));
  }

  @Test
  void the_nightly_harvest_keeps_a_proposal() throws Throwable {
    loop.send(
        aTrace("harvest-1")
            .called("quote", "{}", "{\"total_price\":10.00}")
            .agent("The total price is $99.00.")
            .with("started_at", "\"" + Instant.now() + "\"")
            .json());
    Eventually.within(Loop.PATIENCE, () -> assertThat(keys("harvest-1")).contains("commitments"));
    Object answer = loop.system.invoke("Harvest", Map.of()).orElseThrow();
    assertThat(answer.toString()).contains("proposed").contains("default");
    String bucket = loop.system.resources().get("Segments");
    assertThat(loop.clients.s3().listObjectsV2(r -> r.bucket(bucket).prefix("harvest/")).contents())
        .hasSize(1);
  }

  private String page() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(loop.system.console()).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private Set<String> keys(String trace) {
    Set<String> keys = new HashSet<>();
    loop.feedback(trace).forEach(feedback -> keys.add(feedback.assessment().key()));
    return keys;
  }

  private Feedback one(String trace, String key) {
    return loop.feedback(trace).stream()
        .filter(feedback -> feedback.assessment().key().equals(key))
        .filter(feedback -> feedback.source().type() == Source.Type.CHECK)
        .findFirst()
        .orElseThrow();
  }
}
