package dev.assay.core.statistics;

import dev.assay.core.statistics.Calibration.Labelled;
import dev.assay.core.statistics.Calibration.Platt;
import java.util.List;

/** Newton's method for Platt's curve, as in Lin, Lin and Weng 2007. For one thread. */
final class PlattFit {
  private static final double RIDGE = 1e-12;
  private static final double SMALL = 1e-12;
  private static final double SHORTEST_STEP = 1e-10;

  private final double[] scores;
  private final double[] targets;

  PlattFit(List<Labelled> labels) {
    int n = labels.size();
    long positive = labels.stream().filter(Labelled::passed).count();
    double high = (positive + 1.0) / (positive + 2.0);
    double low = 1.0 / (n - positive + 2.0);
    scores = new double[n];
    targets = new double[n];
    for (int i = 0; i < n; i++) {
      scores[i] = Calibration.logit(labels.get(i).probability());
      targets[i] = labels.get(i).passed() ? high : low;
    }
  }

  Platt fit(int steps) {
    double positives = 0;
    for (double target : targets) {
      positives += target;
    }
    double a = 0;
    double b = Math.log((targets.length - positives) / positives);
    double loss = loss(a, b);
    for (int i = 0; i < steps; i++) {
      double[] step = newtonStep(a, b);
      double length = 1;
      double next = loss(a + step[0], b + step[1]);
      while (next > loss && length > SHORTEST_STEP) {
        length /= 2;
        next = loss(a + length * step[0], b + length * step[1]);
      }
      if (next > loss) {
        break;
      }
      a += length * step[0];
      b += length * step[1];
      loss = next;
      if (Math.abs(step[0]) < SMALL && Math.abs(step[1]) < SMALL) {
        break;
      }
    }
    return new Platt(a, b);
  }

  private double[] newtonStep(double a, double b) {
    double h11 = RIDGE;
    double h22 = RIDGE;
    double h21 = 0;
    double g1 = 0;
    double g2 = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = 1 / (1 + Math.exp(a * scores[i] + b));
      double curve = p * (1 - p);
      h11 += scores[i] * scores[i] * curve;
      h22 += curve;
      h21 += scores[i] * curve;
      g1 += scores[i] * (targets[i] - p);
      g2 += targets[i] - p;
    }
    double determinant = h11 * h22 - h21 * h21;
    return new double[] {
      -(h22 * g1 - h21 * g2) / determinant, -(h11 * g2 - h21 * g1) / determinant
    };
  }

  private double loss(double a, double b) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double x = a * scores[i] + b;
      // ln(1 + eˣ) without overflow.
      loss += targets[i] * x + Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
    return loss;
  }
}
