package dev.assay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import dev.assay.core.feedback.Source;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceId;
import dev.assay.local.Eventually;
import dev.assay.local.lambda.SqsEvents.Delivered;
import dev.assay.wire.HandedJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A function dies in the middle of a batch: the batch comes again, and nothing is there twice. */
final class KilledFunctionTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

  @BeforeAll
  static void packaged() {
    ShippedJars.assumePackaged();
  }

  /** A model that costs nothing is asked at once: no window stands between message and call. */
  @Test
  void a_killed_judge_repeats_at_most_the_call_that_was_under_way(@TempDir Path folder)
      throws Throwable {
    Path prices = folder.resolve("prices.csv");
    Files.writeString(prices, "as_of,2026-11-01\nmodel,0,0\n");
    List<String> traces = Loop.ids("judged", 40);
    try (Loop loop = Loop.with("Ingest");
        ModelServer model = new ModelServer(Duration.ofMillis(150))) {
      List<Delivered> messages = ingested(loop, traces, "JudgementsQueue");
      Map<String, String> oneByOne =
          Map.of(
              "ASSAY_JUDGE_MODEL", model.spec(),
              "ASSAY_JUDGE_PRICES", prices.toString(),
              "ASSAY_JUDGE_CALLS_AT_ONCE", "1");

      Delivered first = messages.getFirst();
      try (FunctionProcess judge = FunctionProcess.start(loop.system(), "Judge", oneByOne)) {
        CompletableFuture<String> answer = judge.send(SqsEvents.json("judgements", List.of(first)));
        Eventually.within(LONG, () -> assertThat(loop.judged(traces)).isGreaterThanOrEqualTo(5));
        judge.kill();
        assertThat(answer).isNotDone();
      }
      int callsBefore = model.calls();
      int decidedBefore = loop.judged(traces);
      int repeated = callsBefore - decidedBefore;
      assertThat(repeated).isBetween(0, 1);
      assertThat(loop.today().get(DayTotals.JUDGED)).isZero();

      List<Delivered> again = loop.again("JudgementsQueue", messages);
      assertThat(again).extracting(Delivered::receiveCount).containsOnly(2);
      try (FunctionProcess judge = FunctionProcess.start(loop.system(), "Judge", oneByOne)) {
        for (Delivered message : again) {
          int count = message.body().equals(first.body()) ? 2 : 1;
          assertThat(judge.invoke(SqsEvents.json("judgements", List.of(counted(message, count)))))
              .isEqualTo(NOTHING_FAILED);
        }
        assertThat(model.calls()).isEqualTo(traces.size() + repeated);

        // What was settled stays settled, however often it comes.
        judge.invoke(SqsEvents.json("judgements", again));
      }

      assertThat(model.calls()).isEqualTo(traces.size() + repeated);
      for (String trace : traces) {
        assertThat(loop.said(Source.Type.JUDGE, trace))
            .as(trace)
            .isNotEmpty()
            .extracting(one -> one.assessment().key())
            .doesNotHaveDuplicates();
      }
      DayTotals today = loop.today();
      assertThat(today.get(DayTotals.JUDGED)).isEqualTo(traces.size());
      assertThat(today.get(DayTotals.JUDGE_INPUT_TOKENS))
          .isEqualTo((double) traces.size() * ModelServer.INPUT_TOKENS);
      // One call at a time and one kill: one may have been repeated, and no more.
      assertThat(today.get(DayTotals.MAYBE_REPEATED)).isEqualTo(1);
    }
  }

  @Test
  void a_check_killed_before_it_commits_leaves_each_trace_checked_and_counted_once()
      throws Throwable {
    List<String> traces = Loop.ids("checked", 20);
    try (Loop loop = Loop.with("Ingest")) {
      List<Delivered> messages = ingested(loop, traces, "ChecksQueue");
      String event = SqsEvents.json("checks", messages);
      try (Gate gate =
              new Gate(
                  loop.system().endpoint(),
                  asked -> asked.operation().equals("TransactWriteItems"));
          FunctionProcess check = FunctionProcess.start(loop.system(), "Check", through(gate))) {
        CompletableFuture<String> answer = check.send(event);
        assertThat(gate.reached()).as(check::output).isTrue();
        check.kill();
        assertThat(answer).isNotDone();
      }
      assertThat(objects(loop, "checks/")).isPositive();
      assertThat(traces).allSatisfy(trace -> assertThat(loop.checksStored(trace)).isZero());
      assertThat(loop.today().get(DayTotals.TRACES)).isZero();

      try (FunctionProcess check = FunctionProcess.start(loop.system(), "Check")) {
        for (int delivery = 0; delivery < 2; delivery++) {
          assertThat(check.invoke(event)).isEqualTo(NOTHING_FAILED);
          eachCheckedOnce(loop, traces);
        }
      }
    }
  }

  /** Where ingest dies. */
  enum Point {
    AFTER_FIVE_INDEX_ITEMS,
    BEFORE_THE_CHECKS_ARE_ASKED_FOR,
    BEFORE_THE_JUDGEMENTS_ARE_ASKED_FOR;

    Predicate<Gate.Asked> held() {
      AtomicInteger items = new AtomicInteger();
      return switch (this) {
        case AFTER_FIVE_INDEX_ITEMS ->
            asked ->
                asked.operation().equals("PutItem")
                    && asked.body().contains("\"R#00001\"")
                    && items.incrementAndGet() > 5;
        case BEFORE_THE_CHECKS_ARE_ASKED_FOR ->
            asked ->
                asked.operation().equals("SendMessage") && asked.body().contains("assay-checks");
        case BEFORE_THE_JUDGEMENTS_ARE_ASKED_FOR ->
            asked -> asked.operation().equals("SendMessageBatch");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_killed_ingest_loses_no_trace_though_the_batch_comes_again_in_other_groups(Point point)
      throws Throwable {
    List<String> traces = Loop.ids("stored", 12);
    try (Loop loop = Loop.with()) {
      List<Delivered> deliveries = new ArrayList<>();
      for (String trace : traces) {
        deliveries.add(Delivered.first("m-" + trace, Loop.escalated(trace).json()));
      }
      deliveries.add(Delivered.first("m-bad", "this is no JSON"));
      try (Gate gate = new Gate(loop.system().endpoint(), point.held());
          FunctionProcess ingest = FunctionProcess.start(loop.system(), "Ingest", through(gate))) {
        CompletableFuture<String> answer = ingest.send(SqsEvents.json("traces", deliveries));
        assertThat(gate.reached()).as(ingest::output).isTrue();
        ingest.kill();
        assertThat(answer).isNotDone();
      }

      try (FunctionProcess ingest = FunctionProcess.start(loop.system(), "Ingest")) {
        List<Delivered> tail = new ArrayList<>(deliveries.subList(7, deliveries.size()));
        tail.addAll(deliveries.subList(0, 3));
        assertThat(ingest.invoke(SqsEvents.json("traces", tail))).isEqualTo(NOTHING_FAILED);
        assertThat(ingest.invoke(SqsEvents.json("traces", deliveries.subList(3, 7))))
            .isEqualTo(NOTHING_FAILED);
      }

      List<Delivered> checks = loop.drain("ChecksQueue");
      List<Delivered> judgements = loop.drain("JudgementsQueue");
      assertThat(handed(checks)).isEqualTo(new TreeSet<>(traces));
      assertThat(handed(judgements)).isEqualTo(new TreeSet<>(traces));
      assertThat(loop.drain("TracesDead"))
          .isNotEmpty()
          .allSatisfy(dead -> assertThat(dead.body()).isEqualTo("this is no JSON"));

      runChecks(loop, checks);
      eachCheckedOnce(loop, traces);
    }
  }

  private static void runChecks(Loop loop, List<Delivered> messages) {
    var handler = new dev.assay.function.check.Handler(loop.system().environment("Check"));
    SQSBatchResponse answer =
        handler.handleRequest(SqsEvents.event("checks", messages), noContext());
    assertThat(answer.getBatchItemFailures()).isEmpty();
  }

  @SuppressWarnings("NullAway") // the handlers do not look at the context
  private static com.amazonaws.services.lambda.runtime.Context noContext() {
    com.amazonaws.services.lambda.runtime.@Nullable Context none = null;
    return none;
  }

  private static void eachCheckedOnce(Loop loop, List<String> traces) {
    for (String trace : traces) {
      assertThat(loop.checksStored(trace)).as(trace).isEqualTo(1);
      assertThat(loop.said(Source.Type.CHECK, trace)).as(trace).isNotEmpty();
    }
    assertThat(loop.today().get(DayTotals.TRACES)).isEqualTo(traces.size());
  }

  /** Has ingest take traces in; what it put on a queue. */
  private static List<Delivered> ingested(Loop loop, List<String> traces, String queue)
      throws Throwable {
    loop.send(traces.stream().map(trace -> Loop.escalated(trace).json()).toList());
    Eventually.within(
        LONG,
        () ->
            assertThat(traces)
                .allMatch(t -> loop.adapters().traceArchive().find(new TraceId(t)).isPresent()));
    Eventually.within(LONG, () -> assertThat(loop.depth("TracesQueue")).isZero());
    List<Delivered> messages = loop.drain(queue);
    assertThat(handed(messages)).isEqualTo(new TreeSet<>(traces));
    return messages;
  }

  private static Set<String> handed(List<Delivered> messages) {
    Set<String> ids = new TreeSet<>();
    for (Delivered message : messages) {
      for (Handed handed : HandedJson.read(message.body())) {
        ids.add(handed.key().id().value());
      }
    }
    return ids;
  }

  private static Map<String, String> through(Gate gate) {
    return Map.of("AWS_ENDPOINT_URL", gate.address());
  }

  private static Delivered counted(Delivered message, int receiveCount) {
    return new Delivered(message.id(), message.receiptHandle(), message.body(), receiveCount);
  }

  private static int objects(Loop loop, String prefix) {
    String bucket = loop.system().resources().getOrDefault("Segments", "");
    return loop.clients().s3().listObjectsV2(r -> r.bucket(bucket).prefix(prefix)).keyCount();
  }
}
