package dev.assay.core.judge;

import java.util.List;

/** Reads a model's text; the port that keeps the JSON library out of the core. */
public interface AnswerReader {
  /** Reads one answer for each of the questions; never throws for what a model wrote. */
  Reading read(String text, Questionnaire questionnaire);

  /** What the text was. */
  sealed interface Reading {
    /** Exactly one answer per question, in the questionnaire's order. */
    record Read(List<Questionnaire.Answered> sections) implements Reading {
      public Read {
        sections = List.copyOf(sections);
      }

      /** The answers of one section. */
      List<ItemAnswer> of(String section) {
        return sections.stream()
            .filter(answered -> answered.id().equals(section))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no section " + section))
            .answers();
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
   * @param reason one sentence of the model's; empty in a bare section
   */
  record ItemAnswer(String item, boolean yes, String quote, String reason) {}
}
