package dev.assay.core.judge.evidence;

import dev.assay.core.feedback.Finding;

/**
 * One thing the agent said that evidence can hold or not.
 *
 * @param normal the normal form; the same claim made twice counts once
 * @param weight in the score
 * @param grave a customer is harmed when it is untrue: money and deeds
 */
record Claim(
    int message,
    int start,
    int end,
    String text,
    String type,
    String normal,
    double weight,
    boolean grave) {

  /** Two claims with one key are the same claim. */
  String key() {
    return type + " " + normal;
  }

  Finding finding(String verdict, String reason) {
    return new Finding(message, start, end, text, type, normal, verdict, null, reason);
  }
}
