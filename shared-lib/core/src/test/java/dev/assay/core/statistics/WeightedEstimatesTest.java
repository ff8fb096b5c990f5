package dev.assay.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.core.statistics.PostStratified.Cell;
import dev.assay.core.statistics.Quantity.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WeightedEstimatesTest {
  @Test
  void one_session_gives_an_estimate_and_no_interval() {
    WeightedMean mean =
        WeightedMean.of(List.of(new Observation(1, 0.5, "s"), new Observation(0, 0.5, "s")), 0.95)
            .known()
            .orElseThrow();
    assertThat(mean.mean()).isEqualTo(0.5);
    assertThat(mean.sample()).isEqualTo(Quantity.undefined(Reason.ONE_UNIT));
  }

  @Test
  void nothing_scored_is_undefined() {
    assertThat(WeightedMean.of(List.of(), 0.95)).isEqualTo(Quantity.undefined(Reason.NO_DATA));
    assertThat(PostStratified.of(List.of(new Cell(10, List.of())), 0.95))
        .isEqualTo(Quantity.undefined(Reason.NO_DATA));
  }

  @Test
  void rates_that_changed_inside_a_cell_are_weighted() {
    List<Observation> scored = new ArrayList<>();
    // 100 traces at 10 %, all failing; 100 at 50 %, all passing.
    for (int i = 0; i < 10; i++) {
      scored.add(new Observation(0, 0.1, null));
    }
    for (int i = 0; i < 50; i++) {
      scored.add(new Observation(1, 0.5, null));
    }
    PostStratified made =
        PostStratified.of(List.of(new Cell(200, scored)), 0.95).known().orElseThrow();
    assertThat(made.estimate()).isCloseTo(0.5, within(1e-12));
    assertThat(made.varianceDay()).isLessThan(made.varianceProcess());
  }

  @Test
  void traces_of_one_session_count_as_one() {
    List<Observation> together = new ArrayList<>();
    List<Observation> apart = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int y = i / 4 % 2;
      together.add(new Observation(y, 0.2, "s" + i / 4));
      apart.add(new Observation(y, 0.2, null));
    }
    PostStratified clustered =
        PostStratified.of(List.of(new Cell(200, together)), 0.95).known().orElseThrow();
    PostStratified independent =
        PostStratified.of(List.of(new Cell(200, apart)), 0.95).known().orElseThrow();
    assertThat(clustered.units()).isEqualTo(10);
    assertThat(clustered.varianceProcess())
        .isCloseTo(4 * independent.varianceProcess(), within(1e-12));
  }

  @Test
  void more_scored_than_counted_is_refused() {
    assertThatThrownBy(
            () -> new Cell(1, List.of(new Observation(1, 1, null), new Observation(1, 1, null))))
        .hasMessageContaining("population");
    assertThatThrownBy(() -> new Observation(1, 0, null)).hasMessageContaining("probability");
    assertThatThrownBy(() -> new Observation(1.1, 1, null)).hasMessageContaining("y:");
  }

  @Test
  void mix_and_quality_add_up_to_the_change() {
    MixQuality split =
        MixQuality.of(
            new double[] {80, 20},
            new double[] {.9, .6},
            new double[] {60, 40},
            new double[] {.9, .5});
    assertThat(split.total()).isCloseTo(.74 - .84, within(1e-12));
    assertThat(split.mixByTag().stream().mapToDouble(d -> d).sum())
        .isCloseTo(split.mix(), within(1e-12));
    assertThat(split.qualityByTag().getFirst()).isZero();
  }
}
