package dev.assay.core.judge;

import dev.assay.core.judge.AnswerReader.ItemAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one call asks: a section per rubric and one of {@link Controls}, each of them yes/no
 * questions.
 */
public record Questionnaire(List<Section> sections) {
  public Questionnaire {
    sections = List.copyOf(sections);
  }

  static Questionnaire of(List<Rubric> rubrics, Controls controls) {
    List<Section> sections = new ArrayList<>();
    for (Rubric rubric : rubrics) {
      sections.add(new Section(rubric.id(), rubric.items().stream().map(Rubric.Item::id).toList()));
    }
    sections.add(controls.section());
    return new Questionnaire(sections);
  }

  /** How many answers with a reason are expected. */
  int reasoned() {
    return sections.stream().filter(one -> !one.bare()).mapToInt(one -> one.items().size()).sum();
  }

  /** How many answers are expected. */
  int size() {
    return sections.stream().mapToInt(section -> section.items().size()).sum();
  }

  /**
   * One member of the answer.
   *
   * @param id the member's name
   * @param items ids of the questions, in order
   * @param bare answered by a list of items and words, without reasons and quotes
   */
  public record Section(String id, List<String> items, boolean bare) {
    public Section {
      items = List.copyOf(items);
    }

    /** Answered with reasons and quotes. */
    public Section(String id, List<String> items) {
      this(id, items, false);
    }
  }

  /**
   * A section's answers, in its order.
   *
   * @param id the section
   */
  public record Answered(String id, List<ItemAnswer> answers) {
    public Answered {
      answers = List.copyOf(answers);
    }
  }
}
