package dev.assay.core.feedback;

/**
 * Why an evaluator failed.
 *
 * @param reason for an engineer to read; ids and numbers, never conversation text
 * @param passing true when waiting may help: only that goes back to SQS
 */
public record Fault(String reason, boolean passing) {}
