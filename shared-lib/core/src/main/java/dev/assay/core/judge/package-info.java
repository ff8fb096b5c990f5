/**
 * The sampled part: traces whose message asks for a judge. In: pointers to stored traces. Out:
 * {@link dev.assay.core.feedback.Feedback}, and an item for review where the score is low.
 *
 * <p>{@link dev.assay.core.judge.RubricJudge} asks a rubric of a model ({@link
 * dev.assay.core.judge.JudgeModel} is the port) and reads the answer so that it can be trusted; the
 * embedded judge that needs no model is in {@link dev.assay.core.judge.evidence}.
 */
@NullMarked
package dev.assay.core.judge;

import org.jspecify.annotations.NullMarked;
