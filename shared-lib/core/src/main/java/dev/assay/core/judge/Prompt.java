package dev.assay.core.judge;

import dev.assay.core.trace.Json;

/**
 * What a model is asked.
 *
 * @param questionnaire what its answer has to answer
 * @param system the judge's own instructions, the same for every trace, so that providers can cache
 *     it
 * @param user the conversation between marks, and after it the rubric
 * @param schema the JSON schema that the answer has to follow
 * @param mark the unguessable word that fences the conversation
 * @param cut true when parts of the conversation were left out
 */
public record Prompt(
    Questionnaire questionnaire,
    String system,
    String user,
    Json schema,
    String mark,
    boolean cut) {
  /** Tokens of one answer with its reason and quote: about twice what models were seen to write. */
  private static final int TOKENS_PER_ANSWER = 160;

  /** Of a bare yes or no with the question's name. */
  private static final int TOKENS_PER_WORD = 20;

  private static final int TOKENS_AROUND = 200;

  /** The most tokens that an answer needs. */
  public int answerTokens() {
    int reasoned = questionnaire.reasoned();
    return TOKENS_AROUND
        + TOKENS_PER_ANSWER * reasoned
        + TOKENS_PER_WORD * (questionnaire.size() - reasoned);
  }

  /** The control questions that it carries. */
  public Controls controls() {
    return Controls.of(mark);
  }

  /** The same question with the reason why the first answer could not be used. */
  public Prompt again(String reason) {
    String note =
        "\nYour previous answer could not be used: "
            + reason
            + ". Answer again, with the JSON object alone.\n";
    return new Prompt(questionnaire, system, user + note, schema, mark, cut);
  }
}
