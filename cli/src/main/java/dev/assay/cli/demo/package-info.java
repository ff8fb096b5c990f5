/**
 * The demo's day of conversations. In: the hand-written scripts of {@code events/demo/} and a seed.
 * Out: trace JSON in the order in which agents would send it, and the truth of what was planted, so
 * that the story's claims can be counted instead of believed.
 */
@NullMarked
package dev.assay.cli.demo;

import org.jspecify.annotations.NullMarked;
