package dev.assay.wire.judge;

import dev.assay.core.judge.Rubric;
import java.util.List;
import java.util.Map;

/** What a rubric's file was. */
public sealed interface RubricReading {
  /**
   * A rubric.
   *
   * @param lines where each field that was given stands, by path such as {@code items[2].weight}
   */
  record Read(Rubric rubric, Map<String, Integer> lines) implements RubricReading {
    public Read {
      lines = Map.copyOf(lines);
    }

    /** True when the file says something of the field. */
    public boolean gives(String field) {
      return lines.containsKey(field);
    }

    /** The line of a field, or of what it would be in; from 1. */
    public int line(String field) {
      return RubricReading.line(lines, field);
    }
  }

  /**
   * None.
   *
   * @param mistakes all that could be found at once, 1 or more, in the order of their lines
   */
  record Refused(List<Mistake> mistakes) implements RubricReading {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * One thing wrong with a file.
   *
   * @param line from 1
   * @param field path such as {@code items[2].weight}; empty for the file as a whole
   * @param message what was expected and what came
   */
  record Mistake(int line, String field, String message) {
    /** Such as {@code 12: items[2].weight: expected …}. */
    @Override
    public String toString() {
      return line + ": " + (field.isEmpty() ? "" : field + ": ") + message;
    }
  }

  /** The line of the nearest field at or around this one. */
  static int line(Map<String, Integer> lines, String field) {
    String at = field;
    while (!at.isEmpty()) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return 1;
  }
}
