package dev.assay.core.trace;

/**
 * Marks a trace that is one piece of a longer conversation.
 *
 * @param number the place of the piece, 0 or more
 * @param last true on the piece that closes the conversation
 */
public record Piece(int number, boolean last) {}
