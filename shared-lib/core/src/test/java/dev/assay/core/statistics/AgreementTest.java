package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.statistics.Agreement.Weighting;
import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreementTest {
  private static final double[][] TABLE = {{118, 5}, {2, 9}};

  @Test
  void the_error_of_ac1_is_that_of_leaving_one_out() {
    double jackknife = 0;
    double whole = ac1(Confusion.ofCounts(TABLE)).value();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double[][] less = {TABLE[0].clone(), TABLE[1].clone()};
        less[i][j]--;
        double without = ac1(Confusion.ofCounts(less)).value();
        jackknife += TABLE[i][j] * Math.pow(without - whole, 2);
      }
    }
    double error = Math.sqrt(jackknife * 133 / 134);
    assertThat(ac1(Confusion.ofCounts(TABLE)).standardError()).isCloseTo(error, within(0.001));
  }

  @Test
  void equal_weights_of_any_size_say_what_counts_say() {
    List<Confusion.Rated> ratings = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        for (int n = 0; n < TABLE[i][j]; n++) {
          ratings.add(new Confusion.Rated(i, j, 7));
        }
      }
    }
    Confusion weighted = Confusion.of(2, ratings);
    Confusion counted = Confusion.ofCounts(TABLE);
    assertThat(ac1(weighted).standardError())
        .isCloseTo(ac1(counted).standardError(), within(1e-12));
    assertThat(weighted.effectiveSize()).isCloseTo(134, within(1e-9));
    assertThat(weighted.recall(1, 0.95).known().orElseThrow().interval())
        .isEqualTo(Proportion.wilson(9.0 / 11, 11, Distributions.z(0.95)));
  }

  @Test
  void kappa_is_undefined_when_both_used_one_category_and_ac1_is_not() {
    Confusion one = Confusion.ofCounts(new double[][] {{25, 0}, {0, 0}});
    assertThat(Agreement.kappa(one, Weighting.UNWEIGHTED, 0.95))
        .isEqualTo(Quantity.undefined(Reason.ONE_CATEGORY));
    assertThat(ac1(one).value()).isEqualTo(1);
    assertThat(one.recall(1, 0.95)).isEqualTo(Quantity.undefined(Reason.NO_DATA));
  }

  @Test
  void nothing_rated_is_nothing_told() {
    Confusion none = Confusion.of(2, List.of());
    assertThat(Agreement.ac1(none, 0.95)).isEqualTo(Quantity.undefined(Reason.NO_DATA));
    assertThat(Krippendorff.alpha(List.of(List.of(1.0)), Krippendorff.Scale.NOMINAL))
        .isEqualTo(Quantity.undefined(Reason.NO_PAIRS));
    assertThat(
            Krippendorff.alpha(
                List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)), Krippendorff.Scale.NOMINAL))
        .isEqualTo(Quantity.undefined(Reason.ONE_CATEGORY));
  }

  private static Agreement ac1(Confusion table) {
    return Agreement.ac1(table, 0.95).known().orElseThrow();
  }
}
