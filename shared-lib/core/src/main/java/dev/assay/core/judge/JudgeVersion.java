package dev.assay.core.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A judge's version taken apart: {@code rubric.prompt+model}, as {@link RubricJudge} writes it. Of
 * another form it is all rubric.
 */
record JudgeVersion(String rubric, String prompt, String model) {
  static JudgeVersion parse(String version) {
    int plus = version.indexOf('+');
    int point = plus < 0 ? -1 : version.lastIndexOf('.', plus);
    return point < 0
        ? new JudgeVersion(version, "", "")
        : new JudgeVersion(
            version.substring(0, point),
            version.substring(point + 1, plus),
            version.substring(plus + 1));
  }

  /** What differs: rubric, prompt, model; {@code judge} where it was or is one without parts. */
  List<String> changedTo(JudgeVersion other) {
    if (model.isEmpty() || other.model.isEmpty()) {
      return List.of("judge");
    }
    List<String> what = new ArrayList<>();
    add(what, "rubric", rubric, other.rubric);
    add(what, "prompt", prompt, other.prompt);
    add(what, "model", model, other.model);
    return what;
  }

  private static void add(List<String> what, String word, String before, String after) {
    if (!before.equals(after)) {
      what.add(word);
    }
  }
}
