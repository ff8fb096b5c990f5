package dev.assay.cli.demo;

import java.util.List;

/**
 * A written day.
 *
 * @param bodies message bodies in the order of sending, one JSON object each; pieces and second
 *     deliveries included
 * @param truths one for each conversation, in the order of starting
 * @param sentTwice how many bodies are second deliveries
 * @param inPieces how many conversations arrive in pieces
 */
public record DemoDay(List<String> bodies, List<Truth> truths, int sentTwice, int inPieces) {
  public DemoDay {
    bodies = List.copyOf(bodies);
    truths = List.copyOf(truths);
  }

  /** The conversations in which a fault was planted. */
  public List<Truth> faulty() {
    return truths.stream().filter(truth -> !truth.clean()).toList();
  }
}
