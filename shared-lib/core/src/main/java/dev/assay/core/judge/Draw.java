package dev.assay.core.judge;

import dev.assay.core.sampling.Cell;
import java.time.Instant;

/**
 * How a trace was drawn from its window.
 *
 * @param window the window's first instant
 * @param upperUsd what was reserved for judging it, US dollars
 */
public record Draw(Instant window, Cell cell, double upperUsd) {}
