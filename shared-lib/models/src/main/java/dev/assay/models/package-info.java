/**
 * The judge's models behind {@link dev.assay.core.judge.JudgeModel}: OpenAI-compatible chat,
 * Anthropic Messages and Amazon Bedrock. In: a prompt. Out: the model's text with tokens and cost,
 * or a fault that knows whether waiting helps. An adapter asks once; repeats and rates are those of
 * one decorator around any of them.
 */
@NullMarked
package dev.assay.models;

import org.jspecify.annotations.NullMarked;
