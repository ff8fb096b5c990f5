package dev.assay.aws;

import java.util.Map;
import java.util.Optional;

/** The variables a function or the command was given. */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /**
   * A variable that must be there.
   *
   * @throws IllegalStateException naming it
   */
  public String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(
          "environment: " + name + " is missing; template.yaml sets it for each function");
    }
    return value;
  }

  public String get(String name, String otherwise) {
    return optional(name).orElse(otherwise);
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * A whole number.
   *
   * @throws IllegalStateException when it is none
   */
  public int number(String name, int otherwise) {
    try {
      return Integer.parseInt(get(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw new IllegalStateException("environment: " + name + ": expected a whole number", e);
    }
  }
}
