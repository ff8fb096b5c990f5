package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PairedDifferenceTest {
  /** Bonett and Price 2012 is the same for single runs; the bounds are those of the method book. */
  @Test
  void seven_losses_and_a_gain_of_twenty_one_are_those_of_bonett_and_price_but_for_t() {
    List<Double> differences = new ArrayList<>(Collections.nCopies(13, 0.0));
    differences.addAll(Collections.nCopies(7, -1.0));
    differences.add(1.0);
    PairedDifference made = PairedDifference.of(differences, 0.95).known().orElseThrow();

    assertThat(made.mean()).isCloseTo(-6.0 / 21, within(1e-12));
    double scale = Distributions.t(0.95, 22) / Distributions.z(0.95) * Math.sqrt(23.0 / 22);
    double half = (0.5083593066664394 - 0.013379823768343235) / 2 * scale;
    double middle = -(0.5083593066664394 + 0.013379823768343235) / 2;
    assertThat(made.interval().low()).isCloseTo(middle - half, within(1e-9));
    assertThat(made.interval().high()).isCloseTo(middle + half, within(1e-9));
  }

  @Test
  void no_change_at_all_is_still_not_certain() {
    PairedDifference same =
        PairedDifference.of(Collections.nCopies(20, 0.0), 0.95).known().orElseThrow();
    assertThat(same.mean()).isZero();
    assertThat(same.interval().halfWidth()).isBetween(0.1, 0.2);
    assertThat(PairedDifference.of(List.of(0.5), 0.95))
        .isEqualTo(Quantity.undefined(Reason.ONE_UNIT));
  }

  @Test
  void the_bootstrap_of_a_mean_is_the_same_for_the_same_seed() {
    List<Double> zeros = new ArrayList<>(Collections.nCopies(10, 0.0));
    zeros.addAll(Collections.nCopies(30, 1.0));
    Interval interval =
        Bootstrap.interval(zeros, PairedDifferenceTest::mean, 7, 0.95).known().orElseThrow();
    assertThat(interval.contains(0.75)).isTrue();
    assertThat(interval.halfWidth()).isBetween(0.11, 0.16);
    assertThat(Bootstrap.interval(zeros, PairedDifferenceTest::mean, 7, 0.95))
        .isEqualTo(Quantity.of(interval));
    // The first output of the published generator for seed 0.
    assertThat(new SplitMix64(0).next()).isEqualTo(0xE220A8397B1DCDAFL);
  }

  private static double mean(List<Double> sample) {
    return sample.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
