package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionsTest {
  /** Values of R 4.1: qnorm. */
  @ParameterizedTest
  @CsvSource({
    "0.975, 1.959963984540054",
    "0.95, 1.6448536269514722",
    "0.5, 0",
    "0.0001, -3.719016485455709",
    "1e-10, -6.361340902404056"
  })
  void quantiles_of_the_normal_are_those_of_r(double p, double z) {
    assertThat(Distributions.normalQuantile(p)).isCloseTo(z, within(1e-12));
    assertThat(Distributions.normalCdf(z)).isCloseTo(p, within(1e-14));
  }

  /** Values of tables and R: qt. */
  @ParameterizedTest
  @CsvSource({
    "0.975, 1, 12.706204736174698",
    "0.975, 5, 2.5705818356363146",
    "0.95, 29, 1.6991270265334977",
    "0.975, 1000000, 1.9599664",
    "0.9999, 3, 22.203742273"
  })
  void quantiles_of_students_t_are_those_of_r(double p, double df, double t) {
    assertThat(Distributions.tQuantile(p, df)).isCloseTo(t, within(1e-6));
    assertThat(Distributions.tCdf(Distributions.tQuantile(p, df), df)).isCloseTo(p, within(1e-12));
    assertThat(Distributions.tQuantile(1 - p, df)).isCloseTo(-t, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "2, 3", "0.5, 200", "4000, 12", "150000, 90000"})
  void a_quantile_of_beta_is_the_inverse_of_its_distribution(double a, double b) {
    for (double p : new double[] {1e-6, 0.025, 0.5, 0.975, 0.999999}) {
      double x = Distributions.betaQuantile(p, a, b);
      assertThat(Distributions.betaCdf(x, a, b)).isCloseTo(p, within(1e-10));
    }
    assertThat(Distributions.betaQuantile(0, a, b)).isZero();
    assertThat(Distributions.betaQuantile(1, a, b)).isEqualTo(1);
  }

  @Test
  void tails_of_chi_square_are_those_of_tables() {
    assertThat(Distributions.chiSquareTail(3.841458820694124, 1)).isCloseTo(0.05, within(1e-12));
    assertThat(Distributions.chiSquareTail(18.307038053275146, 10)).isCloseTo(0.05, within(1e-12));
    assertThat(Distributions.chiSquareTail(0, 4)).isEqualTo(1);
  }

  @Test
  void a_probability_of_0_or_1_has_no_quantile() {
    assertThatThrownBy(() -> Distributions.normalQuantile(1)).hasMessageContaining("got 1.0");
    assertThatThrownBy(() -> Distributions.tQuantile(0, 3)).hasMessageContaining("got 0.0");
  }
}
