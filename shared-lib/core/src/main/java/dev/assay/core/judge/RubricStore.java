package dev.assay.core.judge;

import java.util.List;

/** Where the rubrics of projects live: changeable without a deploy. */
public interface RubricStore {
  /**
   * Every rubric that a project can ask: those that Assay brings in their own order, replaced where
   * the project stored one of the same id; then the project's others by id. May be a minute old.
   */
  List<ProjectRubric> of(String project);

  /**
   * Stores a rubric of the project's own, and switches it on.
   *
   * @throws IllegalArgumentException when it is larger than the store can hold
   */
  void save(String project, Rubric rubric);

  /**
   * Switches a rubric on or off.
   *
   * @return false when the project has none of that id
   */
  boolean turn(String project, String id, boolean on);

  /** Those that are asked of the project's sampled traces. */
  default RubricSet active(String project) {
    return new RubricSet(
        of(project).stream().filter(ProjectRubric::on).map(ProjectRubric::rubric).toList());
  }
}
