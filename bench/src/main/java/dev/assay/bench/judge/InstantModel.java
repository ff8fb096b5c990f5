package dev.assay.bench.judge;

import dev.assay.core.feedback.Spend;
import dev.assay.core.judge.Controls;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import dev.assay.core.judge.Questionnaire;
import dev.assay.wire.Mappers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A model in this process that answers every question alike, at once or after a while. */
final class InstantModel implements JudgeModel {
  private final Map<Questionnaire.Section, String> answers = new ConcurrentHashMap<>();
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
    String answer = answer(prompt);
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

  /** The rubrics' part is made once, since it is the model's own time; the controls' each call. */
  private String answer(Prompt prompt) {
    Map<String, Boolean> right = Controls.of(prompt.mark()).rightAnswers();
    StringBuilder out = new StringBuilder("{");
    for (Questionnaire.Section section : prompt.questionnaire().sections()) {
      out.append(out.length() == 1 ? "\"" : ",\"").append(section.id()).append("\":");
      out.append(
          section.bare()
              ? controls(section, right)
              : answers.computeIfAbsent(section, InstantModel::rubric));
    }
    return out.append('}').toString();
  }

  private static String controls(Questionnaire.Section section, Map<String, Boolean> right) {
    ArrayNode all = Mappers.JSON.createArrayNode();
    for (String item : section.items()) {
      boolean yes = Boolean.TRUE.equals(right.get(item));
      all.addObject().put("item", item).put("answer", yes ? "yes" : "no");
    }
    return all.toString();
  }

  private static String rubric(Questionnaire.Section section) {
    ObjectNode items = Mappers.JSON.createObjectNode();
    section
        .items()
        .forEach(item ->
            items
                .putObject(item)
                .put("reason", "The agent's answer follows from what the tool returned.")
                .put("quote", "I have found your reservation")
                .put("answer", "yes"));
    return items.toString();
  }
}
