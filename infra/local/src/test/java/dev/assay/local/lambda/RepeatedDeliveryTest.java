package dev.assay.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Source;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.TraceId;
import dev.assay.local.Eventually;
import dev.assay.testkit.TraceJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queues deliver twice and in any order: each trace is scored once. */
final class RepeatedDeliveryTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int PIECES = 3;
  private static final int SLICES = 6;

  @Test
  void what_is_sent_three_times_in_any_order_has_one_score_each() throws Throwable {
    List<String> whole = Loop.ids("whole", 30);
    List<String> joined = Loop.ids("joined", 5);
    List<String> all = new ArrayList<>(whole);
    all.addAll(joined);
    try (Loop loop = Loop.with("Ingest", "Check", "Judge")) {
      List<String> bodies = shuffled(whole, joined);
      for (int slice = 0; slice < SLICES; slice++) {
        // Longer than the batching window, so that what comes again comes in another batch.
        Thread.sleep(1_300);
        loop.send(
            bodies.subList(slice * bodies.size() / SLICES, (slice + 1) * bodies.size() / SLICES));
      }
      Eventually.within(
          LONG, () -> assertThat(loop.today().get(DayTotals.TRACES)).isEqualTo(all.size()));
      Eventually.within(
          LONG, () -> assertThat(loop.today().get(DayTotals.JUDGED)).isEqualTo(all.size()));
      for (String queue : List.of("TracesQueue", "ChecksQueue", "JudgementsQueue")) {
        Eventually.within(LONG, () -> assertThat(loop.depth(queue)).as(queue).isZero());
      }

      for (String trace : all) {
        assertThat(loop.checksStored(trace)).as(trace).isEqualTo(1);
        assertThat(loop.said(Source.Type.JUDGE, trace)).as(trace).hasSize(1);
        assertThat(loop.adapters().traceArchive().find(new TraceId(trace)))
            .hasValueSatisfying(stored -> assertThat(stored.key().revision()).isEqualTo(1));
      }
      assertThat(loop.today().get(DayTotals.TRACES)).isEqualTo(all.size());
      assertThat(loop.today().get(DayTotals.JUDGED)).isEqualTo(all.size());
      buriedAlone(loop);
    }
  }

  /** Each piece is valid, both together have more messages than a trace may. */
  @Test
  void pieces_that_are_no_trace_together_are_buried_with_the_reason_and_their_neighbours_pass()
      throws Throwable {
    try (Loop loop = Loop.with("Ingest")) {
      List<String> bodies =
          List.of(
              Loop.escalated("before").json(),
              talk(0).piece("endless", 0, false).json(),
              talk(1).piece("endless", 1, true).json(),
              Loop.escalated("after").json());

      loop.send(bodies.subList(0, 2));
      loop.send(bodies.subList(2, 4));

      Eventually.within(LONG, () -> assertThat(loop.depth("TracesQueue")).isZero());
      assertThat(loop.drain("ChecksQueue"))
          .extracting(SqsEvents.Delivered::body)
          .anyMatch(body -> body.contains("before"))
          .anyMatch(body -> body.contains("after"))
          .noneMatch(body -> body.contains("endless"));
      List<Message> dead = dead(loop);
      assertThat(dead)
          .isNotEmpty()
          .allSatisfy(message -> {
            assertThat(message.body()).contains("endless");
            assertThat(message.messageAttributes().toString()).contains("no trace together");
          });
    }
  }

  private static TraceJson talk(int piece) {
    TraceJson talk = TraceJson.aTrace("endless-part-" + piece);
    for (int i = 0; i < 11_000; i++) {
      talk.user("Hm");
    }
    return talk;
  }

  private static List<String> shuffled(List<String> whole, List<String> joined) {
    List<String> bodies = new ArrayList<>();
    for (int time = 0; time < 3; time++) {
      whole.forEach(trace -> bodies.add(Loop.escalated(trace).json()));
      for (String conversation : joined) {
        for (int piece = 0; piece < PIECES; piece++) {
          bodies.add(
              Loop.escalated(conversation + "-part-" + piece)
                  .piece(conversation, piece, piece == PIECES - 1)
                  .json());
        }
      }
    }
    bodies.add("{\"trace_id\":\"refused\",\"messages\":\"none\"}");
    Collections.shuffle(bodies, new Random(7));
    return bodies;
  }

  /** Only the message that cannot be accepted is in the dead-letter queue, and it says why. */
  private static void buriedAlone(Loop loop) {
    assertThat(dead(loop))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.body()).contains("refused");
          assertThat(message.messageAttributes().toString()).contains("messages").contains("array");
        });
  }

  private static List<Message> dead(Loop loop) {
    String url = SqsEvents.url(loop.system(), "TracesDead");
    return loop.clients()
        .sqs()
        .receiveMessage(r ->
            r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1).messageAttributeNames("All"))
        .messages();
  }
}
