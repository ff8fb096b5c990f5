/**
 * The judge's models behind {@link dev.assay.core.judge.JudgeModel}: any OpenAI-compatible endpoint
 * and Amazon Bedrock. In: a prompt. Out: the model's text with tokens and cost, or a fault that
 * knows whether waiting helps.
 */
@NullMarked
package dev.assay.models;

import org.jspecify.annotations.NullMarked;
