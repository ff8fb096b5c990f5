/**
 * Plays conversations through a system and tells what happened. In: bodies of traces. Out: what the
 * loop said of them, as a story and as JSON, with the planted truth beside it where there is one.
 */
@NullMarked
package dev.assay.cli.story;

import org.jspecify.annotations.NullMarked;
