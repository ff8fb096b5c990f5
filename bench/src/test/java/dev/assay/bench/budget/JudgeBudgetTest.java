package dev.assay.bench.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.bench.Figure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgeBudgetTest {
  private static final Path HOME = Path.of("..");

  @Test
  void a_few_months_hold_their_truth_and_their_cap_and_repeat_exactly() {
    List<Figure> figures = new JudgeBudget(3).measure(HOME, line -> {});
    assertThat(figures).allMatch(Figure::holds);
    assertThat(new JudgeBudget(3).measure(HOME, line -> {})).isEqualTo(figures);
  }

  @Test
  void the_incident_is_five_times_the_traffic_of_its_flow() {
    MonthTraffic traffic = new MonthTraffic(1, 1);
    int storm = 17 * 24 + 16;
    double calm = (flow(traffic, storm - 24) + flow(traffic, storm + 24)) / 2;
    assertThat(flow(traffic, storm) / calm).isBetween(3.5, 7.0);
  }

  private static double flow(MonthTraffic traffic, int hour) {
    return traffic.hour(hour).stream().filter(one -> one.conversation().startsWith("1-0-")).count();
  }
}
