package dev.assay.core.feedback;

/**
 * Something a person should hear of now.
 *
 * @param subject one line, at most 100 characters
 * @param text some lines with trace ids and normalised values, without what was said
 */
public record Alert(String subject, String text) {}
