package dev.assay.local.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where an expression points: an attribute, then map keys and list positions below it. */
record DocumentPath(List<Step> steps) {

  /** One step of a path. */
  sealed interface Step {}

  /** A map key or attribute name; still a {@code #placeholder} until resolved. */
  record Name(String text) implements Step {}

  /** A list position, from 0. */
  record Position(int index) implements Step {}

  DocumentPath {
    steps = List.copyOf(steps);
  }

  /** The attribute's name. */
  String root() {
    return ((Name) steps.getFirst()).text();
  }

  boolean isNested() {
    return steps.size() > 1;
  }

  /** The same path with placeholders replaced. */
  DocumentPath resolved(Map<String, String> names, String parameter) {
    if (steps.stream().noneMatch(DocumentPath::isPlaceholder)) {
      return this;
    }
    List<Step> resolved = new ArrayList<>(steps.size());
    for (Step step : steps) {
      resolved.add(
          step instanceof Name(var text) && text.startsWith("#")
              ? new Name(lookUp(names, text, parameter))
              : step);
    }
    return new DocumentPath(resolved);
  }

  private static boolean isPlaceholder(Step step) {
    return step instanceof Name(var text) && text.startsWith("#");
  }

  private static String lookUp(Map<String, String> names, String placeholder, String parameter) {
    String name = names.get(placeholder);
    if (name == null) {
      throw ServiceError.validation(
          "Invalid "
              + parameter
              + ": An expression attribute name used in the document path is not defined; attribute"
              + " name: "
              + placeholder);
    }
    return name;
  }

  /** Whether one path is the other or lies below it. */
  boolean overlaps(DocumentPath other) {
    int common = Math.min(steps.size(), other.steps.size());
    return steps.subList(0, common).equals(other.steps.subList(0, common));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < steps.size(); i++) {
      text.append(i > 0 ? ", " : "");
      switch (steps.get(i)) {
        case Name(var name) -> text.append(name);
        case Position(int index) -> text.append('[').append(index).append(']');
      }
    }
    return text.append(']').toString();
  }
}
