package dev.assay.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why a mean moved: because the traffic's mix did, or because quality did (method book §3; Kitagawa
 * 1955). The two parts add up to the whole exactly.
 *
 * @param mix Σ (W1 − W0)(μ0 + μ1)/2
 * @param quality Σ (μ1 − μ0)(W0 + W1)/2
 * @param mixByTag each tag's part, its means held against the whole's: more traffic of a tag that
 *     is better than the rest is a gain. The sum is the same, for the shares' changes sum to 0
 */
public record MixQuality(
    double mix, double quality, List<Double> mixByTag, List<Double> qualityByTag) {
  public MixQuality {
    mixByTag = List.copyOf(mixByTag);
    qualityByTag = List.copyOf(qualityByTag);
  }

  /**
   * Splits a change.
   *
   * @param shares0 traffic by tag before, in any unit; they are made to sum to 1
   * @param means0 mean by tag before
   */
  public static MixQuality of(
      double[] shares0, double[] means0, double[] shares1, double[] means1) {
    int tags = shares0.length;
    if (means0.length != tags || shares1.length != tags || means1.length != tags) {
      throw new IllegalArgumentException("shares and means: expected " + tags + " of each");
    }
    double all0 = Arrays.stream(shares0).sum();
    double all1 = Arrays.stream(shares1).sum();
    if (!(all0 > 0 && all1 > 0)) {
      throw new IllegalArgumentException("shares: expected a sum above 0");
    }
    double middle = (mean(shares0, means0) / all0 + mean(shares1, means1) / all1) / 2;
    List<Double> mix = new ArrayList<>();
    List<Double> quality = new ArrayList<>();
    for (int i = 0; i < tags; i++) {
      double w0 = shares0[i] / all0;
      double w1 = shares1[i] / all1;
      mix.add((w1 - w0) * ((means0[i] + means1[i]) / 2 - middle));
      quality.add((means1[i] - means0[i]) * (w0 + w1) / 2);
    }
    return new MixQuality(sum(mix), sum(quality), mix, quality);
  }

  public double total() {
    return mix + quality;
  }

  private static double mean(double[] shares, double[] means) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * means[i];
    }
    return sum;
  }

  private static double sum(List<Double> parts) {
    return parts.stream().mapToDouble(Double::doubleValue).sum();
  }
}
