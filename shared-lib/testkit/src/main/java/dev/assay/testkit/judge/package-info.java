/**
 * What a judge is tried with: {@link dev.assay.testkit.judge.Attempts}, the injection attempts, and
 * {@link dev.assay.testkit.judge.GullibleServer}, a model server that falls for them in a stated
 * way. The server sees the prompt's text alone and follows general rules of language; it knows
 * nothing of how the core plants its controls.
 */
@NullMarked
package dev.assay.testkit.judge;

import org.jspecify.annotations.NullMarked;
