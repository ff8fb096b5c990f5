package dev.assay.bench.budget;

import dev.assay.core.sampling.Cell;

/**
 * One simulated trace.
 *
 * @param hash R of its conversation
 * @param inferenceUsd of the agent
 * @param upperUsd most that one judge call can cost
 * @param failed what the judge would find
 */
record Simulated(
    String key,
    String conversation,
    int hour,
    Cell cell,
    long hash,
    double inferenceUsd,
    double upperUsd,
    boolean failed) {}
