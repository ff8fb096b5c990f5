package dev.assay.core.trace;

/**
 * Where one stored trace lies: one ranged read of a segment.
 *
 * @param segment object key
 * @param ordinal place within the segment, from 0
 * @param offset first byte
 * @param length bytes
 */
public record Pointer(String segment, int ordinal, long offset, int length) {}
