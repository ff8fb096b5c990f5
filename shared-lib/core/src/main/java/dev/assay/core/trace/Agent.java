package dev.assay.core.trace;

import org.jspecify.annotations.Nullable;

/** Who spoke: the agent as it was deployed when the conversation took place. */
public record Agent(
    String name,
    @Nullable String version,
    @Nullable String model,
    @Nullable String promptSha,
    @Nullable String variant) {}
