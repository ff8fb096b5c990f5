package dev.assay.core.judge;

import java.util.List;

/** Reads a model's text; the port that keeps the JSON library out of the core. */
public interface AnswerReader {
  /** Reads one answer for each of the rubric's items; never throws for what a model wrote. */
  Reading read(String text, Rubric rubric);

  /** What the text was. */
  sealed interface Reading {
    /** Exactly one answer per item, in the rubric's order. */
    record Read(List<ItemAnswer> answers) implements Reading {
      public Read {
        answers = List.copyOf(answers);
      }
    }

    /**
     * Not an answer.
     *
     * @param reason what was expected and what came, without the model's or the agent's words: it
     *     is shown to the model again and stands in logs
     */
    record Unreadable(String reason) implements Reading {}
  }

  /**
   * The answer to one item.
   *
   * @param quote the agent's words it rests on, verbatim; empty when there are none
   * @param reason one sentence of the model's
   */
  record ItemAnswer(String item, boolean yes, String quote, String reason) {}
}
