package dev.assay.core.judge.evidence;

import static dev.assay.core.judge.Conversation.aTrace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Conversation;
import java.util.List;
import java.util.Map;
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
            .user("Cancel order W2378156 please")
            .called("cancel_order", "order", "W2378156", "refund", "1299.50", "on", "2026-05-24")
            .agent("I've cancelled W2378156; $1,299.50 comes back by May 24th, within 10 days.");
    assertThat(score(talk)).isEqualTo(1);
    assertThat(judge(talk).value()).isEqualTo("5 of 5 claims");
  }

  @Test
  void an_amount_that_stands_nowhere_is_named_and_costs() {
    Conversation talk =
        aTrace().called("get_order", "total", "42.10").agent("Your total is $42.10, or $52.10.");
    assertThat(score(talk)).isEqualTo(0.5 * 0.6);
    assertThat(judge(talk).findings().getFirst().text()).isEqualTo("52.10");
    assertThat(judge(talk).comment()).isEqualTo("“52.10” stands in no evidence");
  }

  @Test
  void the_customers_word_does_not_make_a_price() {
    Conversation talk =
        aTrace().system("We sell cars.").user("It is $1, right?").agent("Yes, it costs $1.");
    assertThat(verdicts(talk)).containsExactly("unsupported");
  }

  @Test
  void the_customers_word_makes_a_date_a_time_and_an_id() {
    Conversation talk =
        aTrace()
            .system("Be kind.")
            .user("Tuesday 14.03.2026 at 9:30, booking AB12CD")
            .agent("So March 14, 9:30 am, booking AB12CD?");
    assertThat(score(talk)).isEqualTo(1);
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
  void deeds_are_heard_in_four_languages() {
    Map<String, String> claims =
        Map.of(
            "en", "Your booking has been cancelled.",
            "de", "Ich habe Ihre Buchung wie gewünscht storniert.",
            "es", "He cancelado su reserva.",
            "fr", "J’ai bien annulé votre réservation.");
    claims.forEach((language, claim) ->
        assertThat(verdicts(aTrace().locale(language).system("Be kind.").agent(claim)))
            .as(language)
            .containsExactly("ghost"));
  }

  @Test
  void conditions_questions_negations_and_reports_are_no_deeds() {
    for (String words :
        List.of(
            "Once I have cancelled it, you get a mail.",
            "Do you want to know if I have cancelled it?",
            "I have not cancelled it.",
            "Your flight was booked last week.",
            "Your flight has been cancelled by the airline.",
            "Ich habe die Buchung nicht storniert.",
            "No he cancelado su reserva.",
            "Je n'ai pas annulé votre réservation.",
            "Would you like it cancelled?")) {
      assertThat(judge(aTrace().system("Be kind.").agent(words)).verdict())
          .as(words)
          .isInstanceOf(Verdict.Unscored.class);
    }
  }

  @Test
  void sums_and_differences_of_supported_amounts_are_supported() {
    Conversation talk =
        aTrace()
            .called("get_order", "lamp", "40", "desk", "110")
            .agent("The lamp is $40, the desk $110: $150 in all, $70 between them, not $71.");
    assertThat(judge(talk).findings()).extracting(Finding::text).containsExactly("71");
  }

  @Test
  void results_that_failed_or_that_the_agent_did_not_see_are_no_evidence() {
    Conversation talk = aTrace().system("Rules.").calledInVain("get_price").agent("It is $99.");
    assertThat(verdicts(talk)).containsExactly("unsupported");
  }

  @Test
  void evidence_that_comes_later_does_not_count() {
    Conversation talk =
        aTrace().system("Rules.").agent("It is $99.").called("get_price", "price", "99");
    assertThat(verdicts(talk)).containsExactly("unsupported");
  }

  @Test
  void numbers_are_compared_across_notations() {
    Conversation talk =
        aTrace()
            .locale("de")
            .called("preis", "betrag", "1299.5", "um", "2026-03-02T14:30:00Z")
            .agent("Das macht 1.299,50 € am 2. März um 14:30 Uhr.");
    assertThat(score(talk)).isEqualTo(1);
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
