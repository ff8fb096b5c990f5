package dev.assay.cli.demo;

import java.util.random.RandomGenerator;

/**
 * How long people and machines take, in milliseconds. In a clean voice talk no silence reaches two
 * seconds, even with two tool calls in between (450 + 420 + 120 + 420 + 450).
 */
final class Pace {
  private final RandomGenerator random;
  private final boolean voice;

  Pace(RandomGenerator random, boolean voice) {
    this.random = random;
    this.voice = voice;
  }

  /** Before the customer speaks or sends. */
  int beforeUser() {
    return voice ? within(350, 1_300) : within(6_000, 45_000);
  }

  /** Before the agent answers words. */
  int beforeAgent() {
    return voice ? within(450, 1_300) : within(1_200, 5_500);
  }

  /** Before the agent's first tool call, or speech after one. */
  int aroundCall() {
    return voice ? within(250, 450) : within(500, 1_800);
  }

  /** Between one tool's answer and the next call. */
  int betweenCalls() {
    return within(60, 120);
  }

  int toolRun() {
    return voice ? within(150, 420) : within(180, 1_400);
  }

  /** Speech runs at 55 to 68 ms a character, about 16 characters a second. */
  int speaking(String text) {
    return voice ? Math.max(450, text.length() * within(55, 68)) : 0;
  }

  private int within(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }
}
