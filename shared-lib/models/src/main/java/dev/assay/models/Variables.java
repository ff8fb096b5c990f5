package dev.assay.models;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks environment variables; an empty one counts as not set. Values stay unsaid. */
record Variables(Map<String, String> environment) {
  Optional<String> text(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  int whole(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "a whole number from " + least + " to " + most, e);
    }
    throw wrong(name, "a whole number from " + least + " to " + most, null);
  }

  /** From 0 to 1. */
  double share(String name, double otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double value = Double.parseDouble(text.get());
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, "a number from 0 to 1", e);
    }
    throw wrong(name, "a number from 0 to 1", null);
  }

  static IllegalArgumentException wrong(String name, String expected, @Nullable Throwable cause) {
    return new IllegalArgumentException("environment: " + name + ": expected " + expected, cause);
  }
}
