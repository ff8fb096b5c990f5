package dev.assay.local.lambda;

import static dev.assay.testkit.TraceJson.aTrace;

import dev.assay.aws.Adapters;
import dev.assay.aws.Environment;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Pointer;
import dev.assay.core.trace.TraceId;
import dev.assay.local.Clients;
import dev.assay.local.LocalOptions;
import dev.assay.local.LocalSystem;
import dev.assay.local.lambda.SqsEvents.Delivered;
import dev.assay.testkit.TraceJson;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The local system with some functions at work, and what stands in its stores. */
final class Loop implements AutoCloseable {
  /** Of an entry of a segment's packed checks: object 2, ordinal 2, offset 4, length 4. */
  private static final int ENTRY_BYTES = 12;

  private final LocalSystem system;
  private final Clients clients;
  private final Adapters adapters;

  private Loop(Set<String> functions, String judge, Map<String, String> environment) {
    system =
        LocalSystem.start(
            LocalOptions.of(ShippedJars.template())
                .withFunctions(functions)
                .withEnvironment(environment)
                .withParameters(Map.of("BatchingWindowSeconds", "1", "JudgeModel", judge)));
    clients = Clients.of(system.endpoint());
    Map<String, String> variables = new HashMap<>();
    system.template().functions().forEach(f -> variables.putAll(system.environment(f.logicalId())));
    adapters = new Adapters(new Environment(variables), InstantSource.system());
  }

  /** Starts it with only these functions at work. */
  static Loop with(String... functions) {
    return new Loop(Set.of(functions), "evidence", Map.of());
  }

  /** Starts the online path with a judge's model, as {@code ASSAY_JUDGE_MODEL} names it. */
  static Loop judgedBy(String model, Map<String, String> environment) {
    return new Loop(Set.of("Ingest", "Check", "Judge"), model, environment);
  }

  LocalSystem system() {
    return system;
  }

  Clients clients() {
    return clients;
  }

  Adapters adapters() {
    return adapters;
  }

  /** A conversation that sampling always chooses, since a person had to take over. */
  static TraceJson escalated(String id) {
    return aTrace(id)
        .with("outcome", "{\"escalated\":true}")
        .user("Where is my refund for order " + id + "?")
        .called("find_refund", "{\"order\":\"" + id + "\"}", "{\"amount\":\"89.90 EUR\"}")
        .agent("Your refund of 98.90 EUR is on its way.");
  }

  static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
  }

  void send(List<String> bodies) {
    SqsEvents.send(clients.sqs(), system, "TracesQueue", bodies);
  }

  List<Delivered> drain(String queue) {
    return SqsEvents.drain(clients.sqs(), system, queue);
  }

  /** Gives messages back to their queue and receives them once more. */
  List<Delivered> again(String queue, List<Delivered> messages) {
    SqsEvents.release(clients.sqs(), system, queue, messages);
    return drain(queue);
  }

  /** Messages of a queue, delayed ones left out: waiting and under way. */
  int depth(String queue) {
    Map<QueueAttributeName, String> depth =
        clients
            .sqs()
            .getQueueAttributes(request ->
                request
                    .queueUrl(SqsEvents.url(system, queue))
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .attributes();
    return depth.values().stream().mapToInt(Integer::parseInt).sum();
  }

  DayTotals today() {
    return adapters
        .ledger()
        .day("default", LocalDate.ofInstant(java.time.Instant.now(), ZoneOffset.UTC));
  }

  List<Feedback> said(Source.Type type, String trace) {
    return adapters.feedbackLog().of(new TraceId(trace)).stream()
        .filter(feedback -> feedback.source().type() == type)
        .toList();
  }

  /** How many of the traces the judge has decided. */
  int judged(List<String> traces) {
    return (int) traces.stream().filter(trace -> !said(Source.Type.JUDGE, trace).isEmpty()).count();
  }

  /**
   * How many results of the checks are stored for a trace's newest revision, read as they lie in
   * the table: the feedback log itself shows an id once.
   */
  int checksStored(String trace) {
    Pointer pointer = adapters.traceArchive().find(new TraceId(trace)).orElseThrow().pointer();
    return (int) ordinals(pointer.segment()).stream().filter(o -> o == pointer.ordinal()).count();
  }

  private List<Integer> ordinals(String segment) {
    List<Integer> ordinals = new ArrayList<>();
    var found =
        clients
            .dynamo()
            .query(request ->
                request
                    .tableName(system.resources().getOrDefault("Traces", ""))
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS("S#" + segment),
                            ":sk", AttributeValue.fromS("CHECK#"))));
    for (Map<String, AttributeValue> item : found.items()) {
      AttributeValue entries = item.get("entries");
      if (entries != null) {
        ByteBuffer buffer = entries.b().asByteBuffer();
        for (int at = 0; at < buffer.limit(); at += ENTRY_BYTES) {
          ordinals.add((int) buffer.getShort(at + Short.BYTES));
        }
      }
    }
    return ordinals;
  }

  @Override
  public void close() {
    adapters.close();
    clients.close();
    system.close();
  }
}
