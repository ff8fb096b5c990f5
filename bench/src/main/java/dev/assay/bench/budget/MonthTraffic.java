package dev.assay.bench.budget;

import dev.assay.core.sampling.Cell;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Signal;
import dev.assay.core.sampling.Tier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A month of an agent's traffic with tiers as in the method book's S8 (80/14/3/3 % at 10/30/100/50
 * %), a day's cycle, customers who try again, and an incident: for six hours one flow of five has
 * five times the traffic, most of it retries, and fails three times as often.
 */
final class MonthTraffic {
  static final int HOURS = 30 * 24;

  private static final double CONVERSATIONS_AN_HOUR = 105;
  private static final double DAY_SWING = 0.6;
  private static final int FLOWS = 5;
  private static final int STORM_FROM = 17 * 24 + 14;
  private static final int STORM_HOURS = 6;

  /** Of conversations; with the retries, traffic is five times as large. */
  private static final double STORM_ARRIVALS = 2.36;

  private static final double STORM_FAILURES = 3;
  private static final double RETRIES = 0.15;
  private static final double STORM_RETRIES = 0.6;
  private static final double MEAN_INFERENCE_USD = 0.02;
  private static final double SPREAD = 0.7;

  private final SplittableRandom random;
  private final long seed;
  private final double price;
  private final List<List<Simulated>> hours = new ArrayList<>();

  /**
   * Plays a month.
   *
   * @param price of judging, as a share of what the inference of such a trace costs
   */
  MonthTraffic(long seed, double price) {
    this.random = new SplittableRandom(seed);
    this.seed = seed;
    this.price = price;
    for (int hour = 0; hour <= HOURS; hour++) {
      hours.add(new ArrayList<>());
    }
    for (int hour = 0; hour < HOURS; hour++) {
      for (int flow = 0; flow < FLOWS; flow++) {
        boolean storm = flow == 0 && hour >= STORM_FROM && hour < STORM_FROM + STORM_HOURS;
        arrive(hour, flow, storm);
      }
    }
  }

  /** The traces of an hour, in the order of their arrival. */
  List<Simulated> hour(int hour) {
    return hours.get(hour);
  }

  private void arrive(int hour, int flow, boolean storm) {
    double cycle = 1 + DAY_SWING * Math.sin(2 * Math.PI * (hour % 24 - 8) / 24.0);
    double mean = CONVERSATIONS_AN_HOUR * cycle * (storm ? STORM_ARRIVALS : 1) / FLOWS;
    int count = poisson(mean);
    for (int i = 0; i < count; i++) {
      converse(hour, flow + "-" + hour + "-" + i, storm);
    }
  }

  private void converse(int hour, String name, boolean storm) {
    String conversation = seed + "-" + name;
    long hash = SampleHash.of(SamplingPolicy.DEFAULT.salt(), conversation);
    Tier tier = tier();
    // Some conversations are hard, all their traces fail more often: sessions are not independent.
    double hard = random.nextDouble() < 0.2 ? 3 : 0.5;
    double risk = Math.min(0.95, failureRate(tier) * hard * (storm ? STORM_FAILURES : 1));
    int at = hour;
    int attempt = 0;
    do {
      hours.get(at).add(trace(conversation, attempt, at, tier, hash, risk));
      attempt++;
      at += at < HOURS - 1 && random.nextDouble() < 0.3 ? 1 : 0;
    } while (random.nextDouble() < (storm ? STORM_RETRIES : RETRIES));
  }

  private Simulated trace(
      String conversation, int attempt, int hour, Tier tier, long hash, double risk) {
    boolean failed = random.nextDouble() < risk;
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    if (attempt > 0) {
      signals.add(Signal.RETRY);
    }
    if (tier == Tier.TOOL_CALL && random.nextDouble() < (failed ? 0.4 : 0.05)) {
      signals.add(Signal.TOOL_ERROR);
    }
    if (random.nextDouble() < (failed ? 0.5 : 0.1)) {
      signals.add(Signal.LOW_EVIDENCE);
    }
    // Failing traces are longer, so dearer to judge: what hurts an estimate that forgets costs.
    double length = Math.exp(SPREAD * gauss() - SPREAD * SPREAD / 2) * (failed ? 1.4 : 0.95);
    double inference = MEAN_INFERENCE_USD * length;
    double upper = price * MEAN_INFERENCE_USD * (0.3 + 0.7 * length);
    String key = conversation + "/" + attempt;
    return new Simulated(
        key, conversation, hour, new Cell(tier, signals), hash, inference, upper, failed);
  }

  private Tier tier() {
    double at = random.nextDouble();
    if (at < 0.80) {
      return Tier.ROUTINE;
    }
    if (at < 0.94) {
      return Tier.TOOL_CALL;
    }
    return at < 0.97 ? Tier.ESCALATED : Tier.NEW_FLOW;
  }

  /** 9.1 % over all tiers, before hard conversations. */
  private static double failureRate(Tier tier) {
    return switch (tier) {
      case ROUTINE -> 0.06;
      case TOOL_CALL, NON_ENGLISH -> 0.15;
      case NEW_FLOW -> 0.12;
      case LOW_CSAT, ESCALATED -> 0.60;
    };
  }

  private double gauss() {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private int poisson(double mean) {
    double limit = Math.exp(-mean);
    int count = -1;
    double product = 1;
    do {
      count++;
      product *= random.nextDouble();
    } while (product > limit);
    return count;
  }
}
