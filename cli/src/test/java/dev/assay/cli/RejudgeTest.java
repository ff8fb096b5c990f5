package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Source;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Agreement with people and judging again, by the command over embedded stores. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejudgeTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FAILS =
      "{\"faithfulness\":{\"unsupported_fact\":{\"reason\":\"r\",\"quote\":\"\",\"answer\":\"yes\"},"
          + "\"undone_action\":{\"reason\":\"r\",\"quote\":\"\",\"answer\":\"yes\"},"
          + "\"unkept_promise\":{\"reason\":\"r\",\"quote\":\"\",\"answer\":\"no\"},"
          + "\"policy_kept\":{\"reason\":\"r\",\"quote\":\"\",\"answer\":\"yes\"},"
          + "\"uncertainty_shown\":{\"reason\":\"r\",\"quote\":\"\",\"answer\":\"yes\"}}}";

  @TempDir Path directory;
  private JudgedTraces traces;

  @BeforeAll
  void start() {
    traces = new JudgedTraces();
  }

  @AfterAll
  void stop() {
    traces.close();
  }

  /** Eight traces with the right price, four with a wrong one, judged by the evidence judge. */
  private List<String> judged(String project) {
    List<Handed> handed = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String price = i < 8 ? "$249.99" : "$13.37";
      handed.add(traces.stored(project, project + "-" + i, price, i % 2 == 0 ? 0.5 : 0.1));
    }
    traces.judge(handed, "evidence");
    return handed.stream().map(one -> one.key().id().value()).toList();
  }

  private List<Feedback> judgeOn(String id) {
    return traces.adapters.feedbackLog().of(new TraceId(id)).stream()
        .filter(one -> one.source().type() == Source.Type.JUDGE)
        .toList();
  }

  private JsonNode json(Typed typed) {
    assertThat(typed.code()).as(typed.err()).isZero();
    return JSON.readTree(typed.out());
  }

  @Test
  void people_and_judge_are_compared_with_weights_intervals_and_reasons() {
    List<String> ids = judged("agree");
    for (int i = 0; i < 10; i++) {
      String score = i == 0 || i >= 8 ? "0" : "1";
      String[] line = {"feedback", ids.get(i), "faithfulness", "--score", score, "--name", "a@b.c"};
      assertThat(traces.type(directory, line).code()).isZero();
    }

    String[] line = {"rubric", "agreement", "faithfulness", "--since", "3h", "--project", "agree"};
    JsonNode report = json(traces.type(directory, plus(line, "--json")));
    assertThat(report.path("labelled").asInt()).isEqualTo(10);
    JsonNode version = report.path("versions").get(0);
    assertThat(version.path("version").asString()).startsWith("evidence-judge@");
    assertThat(version.path("scored").asInt()).isEqualTo(12);
    JsonNode counts = version.path("unweighted").path("confusion");
    assertThat(counts.path("people_fail_judge_passes").asDouble()).isEqualTo(1);
    assertThat(counts.path("people_pass_judge_passes").asDouble()).isEqualTo(7);
    assertThat(counts.path("people_fail_judge_fails").asDouble()).isEqualTo(2);
    JsonNode weighted = version.path("weighted_by_probability_of_judging");
    // Trace 0 weighs 2; of the others that pass three weigh 2 and four weigh 10.
    assertThat(weighted.path("confusion").path("people_pass_judge_passes").asDouble())
        .isCloseTo(46, within(1e-9));
    assertThat(weighted.path("tnr").path("value").asDouble()).isCloseTo(12.0 / 14, within(1e-9));
    assertThat(weighted.path("ac1").path("interval").path("low").isNumber()).isTrue();
    assertThat(version.path("unweighted").path("alpha_among_people").path("undefined").asString())
        .isEqualTo("no unit was rated twice");

    Typed page = traces.type(directory, line);
    assertThat(page.out())
        .contains("10 traces judged by people", "weighted by the probability of judging")
        .contains("unweighted:", "none was drawn with a recorded probability");
  }

  private static String[] plus(String[] line, String... more) {
    List<String> all = new ArrayList<>(List.of(line));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void another_judge_speaks_beside_the_first_within_the_cap_and_is_a_marker_in_time()
      throws IOException {
    List<String> ids = judged("again");
    try (ChatServer server = new ChatServer(200, FAILS)) {
      String[] line = {
        "rejudge",
        "--since",
        "3h",
        "--rubric",
        "faithfulness",
        "--project",
        "again",
        "--model",
        server.spec()
      };
      JsonNode dry = json(traces.type(directory, plus(line, "--dry-run", "--json")));
      assertThat(dry.path("to_judge").asInt()).isEqualTo(12);
      double upper = dry.path("upper_usd").asDouble();
      assertThat(dry.path("expected_usd").asDouble()).isCloseTo(upper / 2, within(1e-9));
      assertThat(upper).isPositive();

      Typed refused = traces.type(directory, plus(line, "--yes"));
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("--over-budget");
      Typed unasked = traces.type(directory, plus(line, "--over-budget"));
      assertThat(unasked.code()).isEqualTo(2);
      assertThat(unasked.err()).contains("--yes");
      assertThat(server.requests).isEmpty();

      JsonNode done = json(traces.type(directory, plus(line, "--over-budget", "--yes", "--json")));
      assertThat(server.requests).hasSize(12);
      assertThat(done.path("judged").asInt()).isEqualTo(12);
      JsonNode change = done.path("changes").get(0);
      assertThat(change.path("pass_to_fail").asInt()).isEqualTo(8);
      assertThat(change.path("difference").path("mean").asDouble()).isNegative();
      assertThat(change.path("difference").path("n").asInt()).isEqualTo(12);
      assertThat(judgeOn(ids.getFirst()))
          .extracting(one -> one.source().name())
          .containsExactly("evidence-judge", "faithfulness");
      booksHold(done.path("cost_usd").asDouble(), upper);

      JsonNode same = json(traces.type(directory, plus(line, "--dry-run", "--json")));
      assertThat(same.path("to_judge").asInt()).isZero();
      assertThat(same.path("same_version").asInt()).isEqualTo(12);
    }
    JsonNode report =
        json(
            traces.type(
                directory, "rubric", "agreement", "faithfulness", "--project", "again", "--json"));
    JsonNode marker = report.path("judge_changed").get(0);
    assertThat(marker.path("what").get(0).asString()).isEqualTo("judge");
    assertThat(marker.path("scored_before").asInt()).isEqualTo(12);
    assertThat(marker.path("scored_after").asInt()).isEqualTo(12);
  }

  private void booksHold(double spent, double upper) {
    DayTotals day = traces.adapters.ledger().day("again", LocalDate.now(ZoneOffset.UTC));
    assertThat(spent).isPositive();
    assertThat(day.get(DayTotals.JUDGE_USD)).isCloseTo(spent, within(1e-6));
    // A prompt's mark decides how long its control questions are.
    assertThat(day.get(DayTotals.JUDGE_RESERVED_USD)).isCloseTo(upper, within(upper / 50));
    assertThat(day.get(DayTotals.JUDGE_RELEASED_USD))
        .isCloseTo(day.get(DayTotals.JUDGE_RESERVED_USD), within(1e-6));
    assertThat(day.get(DayTotals.REJUDGED)).isEqualTo(12);
    assertThat(day.get(DayTotals.JUDGED)).as("by the first judge alone").isEqualTo(12);
  }

  @Test
  void what_the_provider_refuses_is_failed_and_not_a_score() throws IOException {
    judged("out");
    String[] line = {
      "rejudge",
      "--since",
      "3h",
      "--rubric",
      "faithfulness",
      "--project",
      "out",
      "--yes",
      "--over-budget",
      "--limit",
      "3",
      "--json",
      "--model"
    };
    try (ChatServer broken = new ChatServer(401, "no")) {
      Typed typed = traces.type(directory, plus(line, broken.spec()));
      assertThat(JSON.readTree(typed.out()).path("failed").asInt()).isEqualTo(3);
    }
    String[] free = {
      "rejudge", "--since", "3h", "--rubric", "faithfulness", "--project", "out", "--yes"
    };
    Typed evidence = traces.type(directory, free);
    assertThat(evidence.code()).as(evidence.err()).isZero();
    assertThat(evidence.out()).contains("to judge again: 0", "has judged 12 already");
  }

  @Test
  void what_cannot_be_asked_is_named() {
    Typed unknown =
        traces.type(directory, "rejudge", "--since", "3h", "--rubric", "tone", "--dry-run");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("--rubric: expected one of faithfulness");
    Typed when = traces.type(directory, "rejudge", "--since", "soon", "--rubric", "faithfulness");
    assertThat(when.code()).isEqualTo(2);
    assertThat(when.err()).contains("--since: expected a date such as");
  }
}
