package dev.assay.core.trace;

import org.jspecify.annotations.Nullable;

/** Something the agent was given to know besides messages: it counts as evidence. */
public record ContextDocument(
    @Nullable String id, @Nullable String title, String text, @Nullable Json json) {}
