package dev.assay.cli.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.judge.WindowLog.Closed;
import dev.assay.core.judge.WindowLog.Decided;
import dev.assay.core.sampling.Accounts;
import dev.assay.core.sampling.Budget;
import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.DayTotals;
import dev.assay.core.sampling.SpendCounters;
import dev.assay.core.sampling.Spending;
import dev.assay.core.sampling.Tier;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.wire.Mappers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

final class BudgetViewTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final DayTotals TODAY =
      new DayTotals(
          Map.of(
              DayTotals.INFERENCE_USD, 50.0,
              DayTotals.JUDGE_USD, 1.0,
              DayTotals.TRACES, 200.0,
              DayTotals.COST_ASSUMED, 50.0));

  private static Decided window(int minutesAgo, boolean lowered) {
    Instant start = NOW.minusSeconds(60L * minutesAgo);
    return new Decided(start, lowered, lowered ? "rates lowered" : "as wished", 1, 2, 0.9);
  }

  private static BudgetView view(Decided... windows) {
    SpendCounters day = new SpendCounters(100, 3, 1);
    SpendCounters month = new SpendCounters(2_000, 70, 5);
    WindowDraw.Rate rate = new WindowDraw.Rate(new Cell(Tier.ESCALATED, Set.of()), 1, 0.4, 12);
    WindowDraw.Parameters numbers =
        new WindowDraw.Parameters(
            1, 2, 1, 0.9, OptionalDouble.of(0.1), 1, OptionalDouble.empty(), List.of(rate));
    return new BudgetView(
        Spending.of(Budget.DEFAULT, TODAY, new Accounts(day, day, month), NOW),
        TODAY,
        List.of(windows),
        windows.length == 0 ? null : new Closed(NOW, numbers, "", 0, Map.of()));
  }

  @Test
  void spent_reserved_and_cap_stand_side_by_side_with_the_projected_month() {
    assertThat(view().words())
        .contains("5.0 % of inference")
        .containsPattern("this day +\\$1\\.00 +\\$0\\.00 +\\$2\\.50 +\\$50\\.00")
        .containsPattern("24 hours +\\$3\\.00 +\\$1\\.00 +\\$5\\.00 +\\$100\\.00")
        .containsPattern("month projected +\\$113\\.00 +\\$0\\.00 +\\$147\\.50")
        .contains("assumed for 25.0 % (50 of 200) of the traces")
        .contains("none decided in 24 hours");
  }

  @Test
  void rates_are_lowered_since_the_first_of_the_windows_on_end() {
    BudgetView view = view(window(20, true), window(15, false), window(10, true), window(5, true));
    assertThat(view.words())
        .contains("rates: lowered since the window of 2026-11-21T11:50:00Z")
        .containsPattern("escalated +100\\.0 % +40\\.0 % +12");
    ObjectNode json = Mappers.JSON.createObjectNode();
    view.write(json);
    assertThat(json.path("lowered_since").asString()).isEqualTo("2026-11-21T11:50:00Z");
    assertThat(json.path("windows").size()).isEqualTo(4);
    assertThat(json.at("/last_rates/0/rate").asDouble()).isEqualTo(0.4);
    assertThat(json.at("/rolling_day/reserved_usd").asDouble()).isEqualTo(1);
  }

  @Test
  void where_the_last_window_stood_the_wish_stands() {
    assertThat(view(window(10, true), window(5, false)).words())
        .contains("rates: the policy's wish");
  }
}
