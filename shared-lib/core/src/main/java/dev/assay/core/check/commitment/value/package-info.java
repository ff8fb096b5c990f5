/**
 * What can be meant: {@code Value} with its kinds (money, percentage, moment, span, quantity, deed,
 * terms, remark), and {@code Mention}, the tokens that mean one. Nothing is read here. In and out:
 * plain values; every mention carries a set of readings where the words leave several.
 */
@NullMarked
package dev.assay.core.check.commitment.value;

import org.jspecify.annotations.NullMarked;
