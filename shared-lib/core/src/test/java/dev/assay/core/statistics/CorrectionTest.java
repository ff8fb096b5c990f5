package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.statistics.Calibration.Labelled;
import dev.assay.core.statistics.PredictionPowered.Judged;
import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CorrectionTest {
  @Test
  void a_judge_that_is_always_a_tenth_too_strict_is_put_right() {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double truth = 0.5 + i % 5 / 10.0;
      judged.add(new Judged(truth - 0.1, i % 2 == 0 ? truth : null, 0.5, 0.5, null));
    }
    PredictionPowered made = PredictionPowered.of(judged, 0.95).known().orElseThrow();
    assertThat(made.lambda()).isEqualTo(1);
    assertThat(made.correction()).isCloseTo(0.1, within(1e-12));
    assertThat(made.uncorrected()).isFalse();
    assertThat(made.minus(made, 0.95).contains(0)).isTrue();
  }

  @Test
  void without_two_labels_there_is_no_correction() {
    List<Judged> judged =
        List.of(new Judged(0.5, 1.0, 1, 1, null), new Judged(0.5, null, 1, 1, null));
    assertThat(PredictionPowered.of(judged, 0.95))
        .isEqualTo(Quantity.undefined(Reason.TOO_FEW_LABELS));
    assertThat(PredictionPowered.tuned(List.of(), 0.95))
        .isEqualTo(Quantity.undefined(Reason.TOO_FEW_LABELS));
  }

  @Test
  void a_judge_like_a_coin_corrects_nothing() {
    RoganGladen.Counts coin = new RoganGladen.Counts(50, 100, 25, 50, 25, 50);
    assertThat(RoganGladen.of(coin, 0.95))
        .isEqualTo(Quantity.undefined(Reason.NO_BETTER_THAN_CHANCE));
  }

  @Test
  void a_score_whose_tokens_hold_little_is_refused() {
    double[] values = {1, 0};
    TokenScore thin =
        TokenScore.of(new double[] {Math.log(.5), Math.log(.2)}, values).known().orElseThrow();
    assertThat(thin.score()).isEqualTo(Quantity.undefined(Reason.TOO_LITTLE_MASS));
    TokenScore thick =
        TokenScore.of(new double[] {Math.log(.6), Math.log(.3)}, values).known().orElseThrow();
    assertThat(thick.score().known())
        .hasValueSatisfying(score -> assertThat(score).isCloseTo(2.0 / 3, within(1e-12)));
  }

  @Test
  void isotonic_values_never_fall() {
    List<Labelled> labels = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      labels.add(new Labelled(i / 60.0, i * 7 % 11 < i / 6));
    }
    List<Double> fitted = Calibration.isotonic(labels);
    assertThat(fitted).hasSize(60).isSorted();
    double labelled = labels.stream().filter(Labelled::passed).count();
    assertThat(fitted.stream().mapToDouble(d -> d).sum()).isCloseTo(labelled, within(1e-9));
  }

  @Test
  void platts_curve_pulls_an_overconfident_judge_in() {
    List<Labelled> labels = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      labels.add(new Labelled(0.99, i % 10 < 7));
      labels.add(new Labelled(0.01, i % 10 < 3));
    }
    Calibration.Platt curve = Calibration.platt(labels).known().orElseThrow();
    assertThat(curve.apply(0.99)).isCloseTo(0.7, within(0.01));
    assertThat(curve.apply(0.01)).isCloseTo(0.3, within(0.01));
  }
}
