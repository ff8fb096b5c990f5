package dev.assay.cli.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a script, written as edits of its clean talk. Keys of the maps are line labels.
 *
 * @param at label of the line that carries the fault
 * @param wrong the planted value, with slot marks; null where the fault is no value
 * @param right the true value; null likewise
 * @param say other words for a line
 * @param drop lines left out
 * @param fail calls that answer with this error instead of their result
 * @param stumble calls that fail once with this error before they succeed
 * @param repeat how often a call is made instead of once
 * @param delayMs silence before a line, in milliseconds
 * @param overlapMs by how much a line starts before the previous one ends, in milliseconds
 * @param cutAfter label of the last line kept; null keeps all
 * @param then lines added at the end
 * @param outcome fields of the outcome that are set
 */
record Variant(
    FaultKind fault,
    String at,
    @Nullable String wrong,
    @Nullable String right,
    Map<String, String> say,
    Set<String> drop,
    Map<String, Object> fail,
    Map<String, Object> stumble,
    Map<String, Integer> repeat,
    Map<String, Integer> delayMs,
    Map<String, Integer> overlapMs,
    @Nullable String cutAfter,
    List<Line> then,
    Map<String, Object> outcome) {
  Variant {
    say = Map.copyOf(say);
    drop = Set.copyOf(drop);
    fail = Map.copyOf(fail);
    stumble = Map.copyOf(stumble);
    repeat = Map.copyOf(repeat);
    delayMs = Map.copyOf(delayMs);
    overlapMs = Map.copyOf(overlapMs);
    then = List.copyOf(then);
    outcome = Map.copyOf(outcome);
  }
}
