package dev.assay.bench.check;

import dev.assay.bench.Measurement;
import java.util.List;

/** The names that begin with {@code check.}. */
public final class CheckMeasurements {
  private CheckMeasurements() {}

  /** In the order in which they are best read. */
  public static List<Measurement> all() {
    return List.of(
        new CheckSeed(), new CheckRecall(), new CheckClean(), new CheckSpeed(), new CheckLinear());
  }
}
