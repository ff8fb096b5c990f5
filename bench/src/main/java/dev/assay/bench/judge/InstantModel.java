package dev.assay.bench.judge;

import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import dev.assay.core.judge.Questionnaire;
import dev.assay.wire.Mappers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** A model in this process that answers every question alike, at once or after a while. */
final class InstantModel implements JudgeModel {
  private final Map<Questionnaire, String> answers = new ConcurrentHashMap<>();
  private final long millis;

  /**
   * Makes one.
   *
   * @param millis how long it thinks
   */
  InstantModel(long millis) {
    this.millis = millis;
  }

  @Override
  public String id() {
    return "instant";
  }

  @Override
  public ModelReply ask(Prompt prompt) {
    String answer = answers.computeIfAbsent(prompt.questionnaire(), InstantModel::answer);
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return ModelReply.passing("interrupted");
      }
    }
    return new ModelReply.Answered(
        answer, ModelReply.Ending.COMPLETE, new Spend(4_000, 500, 0.001));
  }

  private static String answer(Questionnaire questionnaire) {
    ObjectNode answer = Mappers.JSON.createObjectNode();
    for (Questionnaire.Section section : questionnaire.sections()) {
      ObjectNode items = answer.putObject(section.id());
      section
          .items()
          .forEach(item ->
              items
                  .putObject(item)
                  .put("reason", "The agent's answer follows from what the tool returned.")
                  .put("quote", "I have found your reservation")
                  .put("answer", "yes"));
    }
    return answer.toString();
  }
}
