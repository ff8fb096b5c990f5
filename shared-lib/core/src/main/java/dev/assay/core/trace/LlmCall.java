package dev.assay.core.trace;

import org.jspecify.annotations.Nullable;

/** One model call of the agent; times in milliseconds, money in US dollars. */
public record LlmCall(
    @Nullable String model,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    @Nullable Double costUsd,
    @Nullable Long startMs,
    @Nullable Long latencyMs) {}
