package dev.assay.core.judge.evidence;

import static dev.assay.core.judge.Conversation.aTrace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Conversation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceJudgeTest {
  private final EvidenceJudge judge = new EvidenceJudge();

  private Assessment judge(Conversation talk) {
    return judge.assess(talk.trace()).getFirst();
  }

  private double score(Conversation talk) {
    return switch (judge(talk).verdict()) {
      case Verdict.Scored scored -> scored.score().value();
      case Verdict.Unscored unscored -> throw new AssertionError(unscored.reason());
      case Verdict.Failed failed -> throw new AssertionError(failed.fault().reason());
    };
  }

  private List<String> verdicts(Conversation talk) {
    return judge(talk).findings().stream().map(Finding::verdict).toList();
  }

  @Test
  void it_says_who_it_is() {
    assertThat(judge.source().type()).isEqualTo(Source.Type.JUDGE);
    assertThat(judge.source().name()).isEqualTo("evidence-judge");
  }

  @Test
  void claims_with_evidence_score_one() {
    Conversation talk =
        aTrace()
            .system("Refunds take 10 business days.")
            .called("cancel_order", "order", "W2378156", "refund", "1299.50")
            .agent("I've cancelled W2378156; $1,299.50 comes back within 10 business days.");
    assertThat(score(talk)).isEqualTo(1);
    assertThat(judge(talk).value()).isEqualTo("3 of 3 claims");
    assertThat(judge(talk).comment()).isEqualTo("every claim that can be looked up has evidence");
  }

  @Test
  void one_wrong_amount_among_right_ones_asks_for_a_look_and_is_named() {
    Conversation talk =
        aTrace()
            .called("get_order", "lamp_price", "40", "desk_price", "110", "total", "150")
            .agent("The lamp is $40, the desk $110. Your total is $152.");
    assertThat(score(talk)).isLessThan(0.5);
    assertThat(judge(talk).findings()).extracting(Finding::text).containsExactly("$152");
    assertThat(judge(talk).comment()).startsWith("“$152”: ");
    assertThat(judge(talk).value()).isEqualTo("2 of 3 claims");
  }

  @Test
  void a_claim_made_twice_counts_once_and_penalties_end_at_three() {
    Conversation once =
        aTrace().called("get_order", "total", "150").agent("Your total is $152.").agent("Bye.");
    Conversation twice =
        aTrace()
            .called("get_order", "total", "150")
            .agent("Your total is $152.")
            .agent("As I said, your total is $152.");
    assertThat(score(twice)).isEqualTo(score(once));
    Claims many = Claims.of(IntStream.range(0, 9).mapToObj(this::claim).toList());
    assertThat(many.count()).isEqualTo(9);
    assertThat(many.against()).hasSize(8);
    assertThat(many.score()).isCloseTo(3.0 / (3 + 8) * 0.4 * 0.4 * 0.4, within(1e-12));
  }

  private Finding claim(int i) {
    String type = i == 0 ? "ACTION" : "DATE";
    String verdict = i == 0 ? "grounded" : "contradicted";
    return new Finding(i, 0, 1, "x", type, "n" + i, verdict, null, null);
  }

  @Test
  void an_identifier_that_nobody_named_before_is_unsupported_and_measures_are_none() {
    Conversation talk =
        aTrace()
            .system("Be kind.")
            .user("booking AB12CD please, user sara_doe_496")
            .agent(
                "Booking AB12CD of sara_doe_496, or AB12CE? The 500-piece one, in 24-hour style.");
    assertThat(judge(talk).findings()).extracting(Finding::text).containsExactly("AB12CE");
    assertThat(verdicts(talk)).containsExactly("unsupported");
    assertThat(score(talk)).isCloseTo(2.0 / 3 * 0.6, within(1e-12));
  }

  @Test
  void a_deed_needs_a_call_that_did_it() {
    String claim = "I have refunded your order.";
    assertThat(verdicts(aTrace().called("get_order", "id", "1").agent(claim)))
        .containsExactly("ghost");
    assertThat(verdicts(aTrace().calledInVain("refund_order").agent(claim)))
        .containsExactly("action_failed");
    assertThat(score(aTrace().called("refund_order", "ok", "1").agent(claim))).isEqualTo(1);
  }

  @Test
  void where_there_is_nothing_to_judge_there_is_no_score() {
    assertThat(judge(aTrace().user("hi").agent("Hello! How can I help?")).verdict())
        .isInstanceOf(Verdict.Unscored.class);
    assertThat(judge(aTrace().user("hi").agent("It is $99.")).verdict())
        .isInstanceOf(Verdict.Unscored.class);
  }

  @Test
  void twice_the_text_takes_about_twice_the_time() {
    time(20_000);
    long once = time(20_000);
    long eightfold = time(160_000);
    assertThat(eightfold).isLessThan(8 * once * 4 + 50_000_000L);
  }

  private long time(int repeats) {
    String hostile = "I have 1.1.1 12:12 $9 A1-_-b2 has been, ".repeat(repeats / 10);
    Conversation talk = aTrace().system("x").agent(hostile);
    long start = System.nanoTime();
    assertThat(judge.assess(talk.trace())).hasSize(1);
    return System.nanoTime() - start;
  }
}
