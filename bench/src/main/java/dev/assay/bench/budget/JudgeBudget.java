package dev.assay.bench.budget;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.bench.budget.JudgedMonth.Result;
import dev.assay.core.sampling.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two hundred seeded months with an incident, judged at half of what the policy wishes: does the
 * reported failure rate hold the truth, and does spending hold its cap?
 */
public final class JudgeBudget implements Measurement {
  private static final int RUNS = 200;
  private static final long FIRST_SEED = 1_000;

  /** So many points of judging prices that the wish costs a tenth of inference: twice the cap. */
  private static final double PRICE = 0.81;

  private final int runs;

  public JudgeBudget() {
    this(RUNS);
  }

  JudgeBudget(int runs) {
    this.runs = runs;
  }

  @Override
  public String name() {
    return "judge.budget";
  }

  @Override
  public String about() {
    return "200 simulated months with an incident at half the wished budget: coverage, overspend";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) {
    List<Result> months = IntStream.range(0, runs).parallel().mapToObj(JudgeBudget::month).toList();
    months.forEach(month -> details.accept(line(month)));
    double expected = mean(months, Result::truth);
    double squared = mean(months, month -> Math.pow(month.estimate() - month.truth(), 2));
    return List.of(
        Figure.atLeast(
            name(), "months whose 95 % interval holds the truth", share(months), "", .93),
        Figure.atMost(name(), "worst spend above a cap", worst(months), "calls", 1),
        told("budget over the cost of the wish", Budget.DEFAULT.share() / wish(months)),
        told("spent over inference", mean(months, Result::spentShare)),
        told("traces wished", mean(months, Result::wishedShare)),
        told("traces judged", mean(months, Result::judgedShare)),
        told("drawn calls refused for want of money", mean(months, Result::refused)),
        told("true failure rate", expected),
        told("mean error of the estimate", mean(months, Result::error)),
        told("root mean squared error", Math.sqrt(squared)),
        told("mean half-width of the interval", mean(months, Result::halfWidth)),
        told("failure rate of the judged, unweighted", mean(months, Result::unweighted)),
        told("held by the narrower interval of V_day", mean(months, m -> m.heldByDay() ? 1 : 0)),
        told("held the rate behind all months", mean(months, m -> m.holds(expected) ? 1 : 0)));
  }

  private static Result month(int run) {
    return new JudgedMonth(new MonthTraffic(FIRST_SEED + run, PRICE), Budget.DEFAULT, run).run();
  }

  private Figure told(String what, double value) {
    return Figure.told(name(), what, value, "");
  }

  private static double share(List<Result> months) {
    return mean(months, month -> month.holds(month.truth()) ? 1 : 0);
  }

  private static double worst(List<Result> months) {
    return months.stream().mapToDouble(Result::overshoot).max().orElse(0);
  }

  private static double wish(List<Result> months) {
    return mean(months, Result::wishOverInference);
  }

  private static double mean(List<Result> months, ToDoubleFunction<Result> figure) {
    return months.stream().mapToDouble(figure).average().orElse(0);
  }

  private static String line(Result month) {
    return String.format(
        Locale.ROOT,
        "truth %.5f\testimate %.5f\tinterval %.5f to %.5f\tspent %.5f of inference",
        month.truth(),
        month.estimate(),
        month.sample().interval().low(),
        month.sample().interval().high(),
        month.spentShare());
  }
}
