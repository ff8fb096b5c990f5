package dev.assay.models;

import dev.assay.core.judge.Judge;
import dev.assay.core.judge.Judges;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Panel;
import dev.assay.core.judge.PromptWriter;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.RubricSet;
import dev.assay.core.judge.RubricStore;
import dev.assay.wire.judge.JsonAnswerReader;
import java.security.SecureRandom;

/** A judge for each project: its rubrics as the store has them, all asked of one panel. */
public final class RubricJudges implements Judges {
  private final RubricStore rubrics;
  private final Panel panel;

  RubricJudges(RubricStore rubrics, Panel panel) {
    this.rubrics = rubrics;
    this.panel = panel;
  }

  @Override
  public Judge of(String project) {
    return judge(rubrics.active(project), panel);
  }

  /** A judge of these rubrics. */
  public static RubricJudge judge(RubricSet rubrics, Panel panel) {
    return new RubricJudge(
        rubrics, panel, new JsonAnswerReader(), new PromptWriter(), Marks.from(new SecureRandom()));
  }
}
