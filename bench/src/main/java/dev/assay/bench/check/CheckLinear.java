package dev.assay.bench.check;

import dev.assay.bench.Figure;
import dev.assay.bench.Measurement;
import dev.assay.core.trace.Trace;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Time against size for inputs that are made to be slow. The exponent is the slope of the logarithm
 * of the time over that of the size: 1 is linear, 2 square.
 */
final class CheckLinear implements Measurement {
  private static final double MOST_EXPONENT = 1.25;

  /** The checking thread's own time: neither other processes nor the collector of garbage count. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** The sizes are this share of the full one, its double, and so on. */
  private static final int SMALLEST = 8;

  /** A size is run again until so much time is spent; its quickest run counts. */
  private static final long ENOUGH_NANOS = 1_000_000_000L;

  private static final int MOST_RUNS = 200;

  /** What takes longer at a smaller size is not tried at a larger one. */
  private static final long TOO_LONG_NANOS = 20_000_000_000L;

  @Override
  public String name() {
    return "check.linear";
  }

  @Override
  public String about() {
    return "time against size for inputs made to be slow: the exponent of the growth";
  }

  @Override
  public List<Figure> measure(Path home, Consumer<String> details) {
    List<Figure> figures = new ArrayList<>();
    for (Adversary adversary : Adversary.all()) {
      List<double[]> points = points(adversary, details);
      double exponent = points.isEmpty() ? Double.MAX_VALUE : slope(points);
      String what = adversary.name();
      figures.add(Figure.atMost(name(), what + ": exponent", exponent, "", MOST_EXPONENT));
      if (!points.isEmpty()) {
        double[] last = points.getLast();
        String size = String.format(Locale.ROOT, "%s: time at %,.0f", what, last[0]);
        figures.add(Figure.told(name(), size, last[1] / 1e6, "ms"));
      }
    }
    return figures;
  }

  /** Sizes and nanoseconds; empty where the check threw or would take too long. */
  private static List<double[]> points(Adversary adversary, Consumer<String> details) {
    List<double[]> points = new ArrayList<>();
    warmUp(adversary);
    for (int size = adversary.full() / SMALLEST; size <= adversary.full(); size *= 2) {
      try {
        double nanos = quickest(adversary, size);
        points.add(new double[] {size, nanos});
        details.accept(adversary.name() + "\t" + size + "\t" + nanos / 1e6 + " ms");
        if (nanos > TOO_LONG_NANOS) {
          return List.of();
        }
      } catch (RuntimeException | StackOverflowError e) {
        System.err.println(adversary.name() + " at " + size + ": " + e);
        return List.of();
      }
    }
    return points;
  }

  /** At the smallest size, then at the largest, so that the heap has grown before it is timed. */
  private static void warmUp(Adversary adversary) {
    try {
      if (quickest(adversary, adversary.full() / SMALLEST) < ENOUGH_NANOS) {
        quickest(adversary, adversary.full());
      }
    } catch (RuntimeException | StackOverflowError e) {
      System.err.println(adversary.name() + ": " + e);
    }
  }

  private static double quickest(Adversary adversary, int size) {
    // The collector is given its chance before, not in between.
    System.gc();
    long best = Long.MAX_VALUE;
    long spent = 0;
    for (int run = 0; run < MOST_RUNS && (run < 5 || spent < ENOUGH_NANOS); run++) {
      // Made anew, since the check may remember texts that it has read.
      Trace trace = adversary.input().apply(size);
      long start = THREAD.getCurrentThreadCpuTime();
      Checked.findings(trace);
      long nanos = THREAD.getCurrentThreadCpuTime() - start;
      best = Math.min(best, nanos);
      spent += nanos;
      if (nanos > TOO_LONG_NANOS) {
        break;
      }
    }
    return best;
  }

  /** Least squares through the logarithms. */
  static double slope(List<double[]> points) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (double[] point : points) {
      double size = Math.log(point[0]);
      double time = Math.log(point[1]);
      x += size;
      y += time;
      xx += size * size;
      xy += size * time;
    }
    int n = points.size();
    return (n * xy - x * y) / (n * xx - x * x);
  }
}
