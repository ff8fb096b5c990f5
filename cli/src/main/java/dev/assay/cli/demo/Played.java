package dev.assay.cli.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as it is played, after a variant's edits.
 *
 * @param delayMs silence before it, in milliseconds; 0 for the usual one
 * @param overlapMs how long before the previous line's end it starts, in milliseconds
 * @param planted the line that carries the fault
 */
record Played(Line line, int delayMs, int overlapMs, boolean planted) {

  /** The script's clean talk. */
  static List<Played> clean(DemoScript script) {
    return script.talk().stream().map(line -> new Played(line, 0, 0, false)).toList();
  }

  /** The script's talk with one fault planted in it. */
  static List<Played> with(DemoScript script, Variant variant) {
    var played = new ArrayList<Played>();
    boolean cut = false;
    for (Line line : script.talk()) {
      if (!cut) {
        played.addAll(edited(line, variant));
      }
      String label = line.label();
      cut = cut || (label != null && label.equals(variant.cutAfter()));
    }
    for (Line line : variant.then()) {
      played.addAll(edited(line, variant));
    }
    return List.copyOf(played);
  }

  private static List<Played> edited(Line line, Variant variant) {
    String label = line.label();
    if (label == null) {
      return List.of(new Played(line, 0, 0, false));
    }
    if (variant.drop().contains(label)) {
      return List.of();
    }
    return switch (line) {
      case Line.Spoken spoken ->
          List.of(turn(spoken.saying(said(spoken, label, variant)), label, variant));
      case Line.Call call -> calls(call, label, variant);
    };
  }

  private static String said(Line.Spoken spoken, String label, Variant variant) {
    @Nullable String other = variant.say().get(label);
    return other == null ? spoken.text() : other;
  }

  private static List<Played> calls(Line.Call call, String label, Variant variant) {
    var calls = new ArrayList<Played>();
    Object stumble = variant.stumble().get(label);
    if (stumble != null) {
      calls.add(turn(call.failing(stumble), label, variant));
    }
    Object error = variant.fail().get(label);
    Line.Call made = error == null ? call : call.failing(error);
    for (int i = 0; i < variant.repeat().getOrDefault(label, 1); i++) {
      boolean first = calls.isEmpty();
      Played turn = turn(made, label, variant);
      calls.add(first ? turn : new Played(made, 0, 0, false));
    }
    return calls;
  }

  private static Played turn(Line line, String label, Variant variant) {
    return new Played(
        line,
        variant.delayMs().getOrDefault(label, 0),
        variant.overlapMs().getOrDefault(label, 0),
        label.equals(variant.at()));
  }
}
