package dev.assay.local.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceRecord;
import dev.assay.local.template.Queue;
import dev.assay.wire.AgentSettingsJson;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the online path promises, asked of the real functions wherever the endpoints are. Each test
 * sends traces of a project of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // the suite starts in open(), which an assumption may skip
abstract class OnlinePathContract {
  private TestCloud cloud;
  private Sender sender;
  private Adapters adapters;
  private Station ingest;
  private Station check;
  private Station judge;

  /** The services' endpoints; what is not named is embedded. Skips the suite by an assumption. */
  abstract Map<Service, URI> endpoints() throws Exception;

  /** The name of a stack that CloudFormation deployed at the endpoints; empty for none. */
  String stack() {
    return "";
  }

  /** Ends what {@link #endpoints} started. */
  void stop() {}

  @BeforeAll
  void open() throws Exception {
    cloud = new TestCloud(endpoints(), stack());
    sender = new Sender(cloud);
    adapters = new Adapters(new Environment(cloud.variables("Check")), InstantSource.system());
    ingest = cloud.station("TracesQueue", "Ingest");
    check = cloud.station("ChecksQueue", "Check");
    judge = cloud.station("JudgementsQueue", "Judge");
  }

  @AfterAll
  void close() {
    if (cloud != null) {
      adapters.close();
      sender.close();
      cloud.close();
    }
    stop();
  }

  @Test
  void the_queues_are_as_the_template_says() {
    for (Queue queue : cloud.queues()) {
      Map<QueueAttributeName, String> found = sender.attributes(queue.logicalId());
      assertThat(found)
          .as(queue.name())
          .containsEntry(
              QueueAttributeName.VISIBILITY_TIMEOUT,
              String.valueOf(queue.visibility().toSeconds()));
      Queue.Redrive redrive = queue.redrive();
      if (redrive != null) {
        assertThat(found.get(QueueAttributeName.REDRIVE_POLICY))
            .contains(":" + redrive.deadLetterQueue() + "\"")
            .containsPattern("\"maxReceiveCount\": ?\"?" + redrive.maxReceiveCount());
      }
    }
  }

  @Test
  void a_sent_trace_is_stored_redacted_checked_and_judged() throws Exception {
    String id = newId();

    sender.send(Sender.conversation(id).toString());
    runAll();

    TraceRecord stored = adapters.traceArchive().find(new TraceId(id)).orElseThrow();
    assertThat(stored.key().revision()).isEqualTo(1);
    assertThat(storedText(stored))
        .contains("£64.90")
        .doesNotContain("imogen.lowe@example.com", "07700 900142", "4556 7375 8689 9855");
    assertThat(scored(id, Source.Type.CHECK)).isNotEmpty();
    assertThat(scored(id, Source.Type.JUDGE))
        .singleElement()
        .satisfies(one -> assertThat(one.assessment().key()).isEqualTo("faithfulness"));
    assertThat(counted(id, DayTotals.TRACES)).isEqualTo(1);
    assertThat(counted(id, DayTotals.JUDGED)).isEqualTo(1);
  }

  @Test
  void a_rule_silenced_for_an_agent_is_silent_for_its_traces_alone() throws Exception {
    String silent = newId();
    String loud = newId();
    SilencedRule rule = SilencedRule.parse("ACTION/*");
    adapters.agentSettings().save(silent, "shop-chat", new AgentSettings(List.of(), Set.of(rule)));

    sender.send(Sender.conversation(silent).toString(), Sender.conversation(loud).toString());
    runAll();

    assertThat(reasons(silent)).anyMatch(reason -> reason.startsWith("Silenced by ACTION/*"));
    assertThat(reasons(loud)).isNotEmpty().noneMatch(reason -> reason.startsWith("Silenced"));
  }

  private List<String> reasons(String id) {
    return scored(id, Source.Type.CHECK).stream()
        .flatMap(one -> one.assessment().findings().stream())
        .map(finding -> String.valueOf(finding.reason()))
        .toList();
  }

  @Test
  void settings_that_no_item_can_hold_are_refused_with_their_size() {
    ContextDocument book = AgentSettingsJson.document("book", "terms ".repeat(70_000));
    AgentSettings settings = new AgentSettings(List.of(book), Set.of());

    assertThatThrownBy(() -> adapters.agentSettings().save(newId(), "a", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("evidence: expected at most 380000 bytes in all, got 420");
  }

  @Test
  void a_refused_message_is_buried_with_its_reason_and_its_neighbours_are_not() throws Exception {
    String id = newId();
    String noAgent = "{\"trace_id\":\"" + newId() + "\",\"messages\":[]}";

    sender.send("this is no JSON", Sender.conversation(id).toString(), noAgent);
    runAll();

    Map<String, String> reasons = reasons(sender.deadLetters());
    assertThat(reasons).containsOnlyKeys("this is no JSON", noAgent);
    assertThat(reasons.get(noAgent)).contains("agent");
    assertThat(reasons.values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
    assertThat(adapters.traceArchive().find(new TraceId(id))).isPresent();
  }

  @Test
  void a_trace_sent_twice_is_stored_and_scored_once() throws Exception {
    String id = newId();
    String body = Sender.conversation(id).toString();
    sender.send(body);
    runAll();
    TraceRecord first = adapters.traceArchive().find(new TraceId(id)).orElseThrow();
    List<Feedback> before = adapters.feedbackLog().of(new TraceId(id));

    sender.send(body, body);
    runAll();

    assertThat(adapters.traceArchive().find(new TraceId(id))).contains(first);
    assertThat(adapters.feedbackLog().of(new TraceId(id))).isNotEmpty().isEqualTo(before);
    assertThat(counted(id, DayTotals.JUDGED)).isEqualTo(1);
  }

  @Test
  void a_trace_of_two_megabytes_travels_by_pointer() throws Exception {
    String id = newId();
    String document = "The warranty lasts two years. ".repeat(70_000);

    var trace = Sender.conversation(id);
    trace.putArray("context").addObject().put("id", "terms").put("text", document);
    sender.sendByPointer("large/" + id + ".json", trace.toString());
    runAll();

    TraceRecord stored = adapters.traceArchive().find(new TraceId(id)).orElseThrow();
    assertThat(storedText(stored)).hasSizeGreaterThan(2_000_000);
    assertThat(scored(id, Source.Type.CHECK)).isNotEmpty();
  }

  @Test
  void a_pointer_to_a_bucket_that_is_not_allowed_is_buried() throws Exception {
    String pointer =
        "[\"software.amazon.payloadoffloading.PayloadS3Pointer\",{\"s3BucketName\":\"elsewhere\",\"s3Key\":\"k\"}]";

    sender.sendPointer(pointer);
    runAll();

    assertThat(reasons(sender.deadLetters()))
        .containsOnlyKeys(pointer)
        .hasEntrySatisfying(pointer, reason -> assertThat(reason).contains("s3BucketName"));
  }

  /** Empties the three queues in the data's order. */
  private void runAll() throws Exception {
    assertThat(ingest.drain()).as("messages that ingest wants again").isZero();
    assertThat(check.drain()).as("messages that check wants again").isZero();
    assertThat(judge.drain()).as("messages that judge wants again").isZero();
  }

  private String storedText(TraceRecord stored) {
    return adapters.traceArchive().read(List.of(stored.pointer())).getFirst().utf8();
  }

  private List<Feedback> scored(String id, Source.Type by) {
    return adapters.feedbackLog().of(new TraceId(id)).stream()
        .filter(one -> one.source().type() == by)
        .filter(one -> one.assessment().verdict() instanceof Verdict.Scored)
        .toList();
  }

  /** Over two days, since midnight may pass while the test runs. */
  private double counted(String project, String counter) {
    Instant now = Instant.now();
    return Stream.of(now.minus(1, ChronoUnit.DAYS), now)
        .map(day -> LocalDate.ofInstant(day, ZoneOffset.UTC))
        .mapToDouble(day -> adapters.ledger().day(project, day).get(counter))
        .sum();
  }

  private static Map<String, String> reasons(List<Message> buried) {
    return buried.stream()
        .collect(
            Collectors.toMap(
                Message::body,
                message -> {
                  var reason = message.messageAttributes().get("reason");
                  return reason == null ? "" : reason.stringValue();
                }));
  }

  private static String newId() {
    return "it-" + UUID.randomUUID();
  }
}
