package dev.assay.core.feedback;

import org.jspecify.annotations.Nullable;

/**
 * One thing an evaluator points at in the conversation.
 *
 * @param message index in the trace's messages
 * @param start first UTF-16 unit of the span in the message's text
 * @param end one past the last unit
 * @param text the words of the span, as stored
 * @param type for commitments PRICE, REFUND, APPOINTMENT, …; else the evaluator's own
 * @param normalised the value in its normal form, such as {@code USD 249.99}
 * @param verdict one of the names in the command's contract: grounded, contradicted, …
 * @param nearest the evidence nearest to it, such as {@code get_cart.total = USD 249.99}
 * @param reason one sentence that a support lead understands
 */
public record Finding(
    int message,
    int start,
    int end,
    String text,
    String type,
    @Nullable String normalised,
    String verdict,
    @Nullable String nearest,
    @Nullable String reason) {}
