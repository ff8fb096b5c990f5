package dev.assay.core.judge;

/**
 * A rubric as a project has it.
 *
 * @param on whether it is asked of the project's sampled traces
 * @param own false for one that Assay brings, true for one that the project stored
 */
public record ProjectRubric(Rubric rubric, boolean on, boolean own) {}
