package dev.assay.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.FeedbackLog;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.judge.AgreementReport.Change;
import dev.assay.core.judge.AgreementReport.Version;
import dev.assay.core.statistics.Agreement;
import dev.assay.core.statistics.Quantity;
import dev.assay.core.statistics.Quantity.Reason;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.TraceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeAgreementTest {
  private static final Instant START = Instant.parse("2026-11-20T10:30:00Z");
  private static final String OLD = "aa11.3+small";
  private static final String NEW = "aa11.4+large";

  private final Index index = new Index();

  /** Scores by the hour in which their trace began. */
  private static final class Index implements FeedbackLog {
    private record At(Instant hour, NotedScore score) {}

    private final List<At> all = new ArrayList<>();

    @Override
    public List<NotedScore> scores(String project, String key, Instant from, Instant to) {
      Instant first = from.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
      return all.stream()
          .filter(one -> !one.hour().isBefore(first) && !one.hour().isAfter(to))
          .map(At::score)
          .toList();
    }

    @Override
    public List<Feedback> of(TraceId trace) {
      return List.of();
    }

    @Override
    public boolean append(Feedback feedback, String project, Instant traceStartedAt) {
      return false;
    }

    @Override
    public List<LowScore> lowest(String project, String key, Instant from, Instant to, int limit) {
      return List.of();
    }
  }

  private void judge(String version, int trace, double goodness, double probability) {
    Instant hour =
        START.plus(Duration.ofHours(trace)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    index.all.add(
        new Index.At(
            hour,
            new FeedbackLog.NotedScore(
                key(trace),
                new Score(goodness),
                new Source(Source.Type.JUDGE, "tone", version),
                probability,
                START.plusSeconds(trace))));
  }

  private void person(String name, int trace, double goodness, int second) {
    Instant hour =
        START.plus(Duration.ofHours(trace)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    index.all.add(
        new Index.At(
            hour,
            new FeedbackLog.NotedScore(
                key(trace),
                new Score(goodness),
                new Source(Source.Type.PERSON, name, "1"),
                0,
                START.plusSeconds(second))));
  }

  private static TraceKey key(int trace) {
    return new TraceKey(new TraceId("t" + trace), 1);
  }

  private AgreementReport report() {
    return new JudgeAgreement(index)
        .of("shop", "tone", Thresholds.DEFAULT, START, START.plus(Duration.ofDays(9)));
  }

  @Test
  void each_trace_counts_with_the_inverse_of_its_probability_and_once_over_all_days() {
    for (int i = 0; i < 100; i++) {
      judge(OLD, i, i % 10 == 0 ? 0.2 : 1, i % 2 == 0 ? 1 : 0.1);
      if (i < 60) {
        person("ada", i, i % 20 == 0 ? 0 : 1, 1);
      }
    }
    AgreementReport report = report();
    Version only = report.versions().getFirst();

    assertThat(report.versions()).hasSize(1);
    assertThat(only.scored()).isEqualTo(100);
    assertThat(report.labelled()).isEqualTo(60);
    assertThat(only.figures().counts().weight(1, 1)).isEqualTo(54);
    assertThat(only.figures().counts().weight(1, 0)).isEqualTo(3);
    assertThat(only.figures().counts().weight(0, 0)).isEqualTo(3);
    // 24 even ones of 30 pass by both with weight 1, 30 odd ones with weight 10.
    assertThat(only.figures().weighted().weight(1, 1)).isCloseTo(324, within(1e-9));
    double tpr = only.figures().passRecall().known().orElseThrow().value();
    assertThat(tpr).isCloseTo(324.0 / 327, within(1e-9));
    Agreement ac1 = only.figures().ac1().known().orElseThrow();
    assertThat(ac1.value()).isBetween(0.97, 0.995);
    assertThat(ac1.interval().known()).isPresent();
  }

  @Test
  void the_latest_word_of_a_person_counts_and_people_are_told_how_far_they_agree() {
    judge(OLD, 1, 1, 1);
    judge(OLD, 2, 0, 1);
    person("ada", 1, 0, 1);
    person("ada", 1, 1, 2);
    person("bob", 1, 1, 1);
    person("ada", 2, 0, 1);
    person("bob", 2, 0, 1);

    var figures = report().versions().getFirst().figures();
    assertThat(figures.counts().weight(1, 1)).isEqualTo(1);
    assertThat(figures.counts().weight(0, 0)).isEqualTo(1);
    assertThat(figures.amongPeople()).isEqualTo(Quantity.of(1.0));
  }

  @Test
  void a_new_version_is_a_marker_that_says_what_changed() {
    judge(OLD, 1, 1, 0.5);
    judge(OLD, 2, 1, 0.5);
    judge(NEW, 30, 0, 0.5);

    assertThat(report().changes())
        .containsExactly(
            new Change(
                START.plusSeconds(30),
                "tone@" + OLD,
                "tone@" + NEW,
                List.of("prompt", "model"),
                2,
                1));
  }

  @Test
  void what_cannot_be_told_is_undefined_for_its_reason() {
    judge(OLD, 1, 1, 0.5);
    person("ada", 2, 1, 1);

    AgreementReport report = report();
    assertThat(report.unpaired()).isEqualTo(1);
    var figures = report.versions().getFirst().figures();
    assertThat(figures.kappa()).isEqualTo(Quantity.undefined(Reason.NO_DATA));
    assertThat(figures.passRecall()).isEqualTo(Quantity.undefined(Reason.NO_DATA));
    assertThat(figures.amongPeople()).isEqualTo(Quantity.undefined(Reason.NO_PAIRS));
    assertThat(figures.reliability().brier()).isEqualTo(Quantity.undefined(Reason.NO_DATA));
    assertThat(figures.reliability().error()).isEqualTo(Quantity.undefined(Reason.NO_DATA));
  }

  @Test
  void the_reliability_table_holds_eight_labels_a_bin_and_its_error_is_theirs() {
    for (int i = 0; i < 40; i++) {
      judge(OLD, i, i < 20 ? 0.25 : 0.75, 1);
      person("ada", i, i % 4 == 0 || i >= 25 ? 1 : 0, 1);
    }
    Reliability reliability = report().versions().getFirst().figures().reliability();

    assertThat(reliability.bins()).hasSize(5);
    assertThat(reliability.bins())
        .allSatisfy(row -> assertThat(row.passed().effectiveSize()).isEqualTo(8));
    var error = reliability.error().known().orElseThrow();
    assertThat(error.interval().contains(error.value())).isTrue();
    var brier = reliability.brier().known().orElseThrow();
    assertThat(brier.value()).isBetween(0.1, 0.25);
    assertThat(brier.interval().contains(brier.value())).isTrue();
  }
}
