package dev.assay.core.trace;

/**
 * One call that the agent made.
 *
 * @param id what the answering {@link Step.ToolResult} names; empty when the agent gave none
 * @param arguments the parsed arguments; {@link Json.Text} where they were no JSON
 */
public record ToolCall(String id, String name, Json arguments) {}
