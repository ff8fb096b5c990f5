package dev.assay.cli.demo;

import org.jspecify.annotations.Nullable;

/** One line of a script, with {@code <slot>} marks still in it. */
sealed interface Line {
  /** The name by which a variant points at this line; null where none does. */
  @Nullable String label();

  /** Who speaks. */
  enum Speaker {
    USER,
    AGENT
  }

  /** Words of the customer or of the agent. */
  record Spoken(@Nullable String label, Speaker speaker, String text) implements Line {
    Spoken saying(String other) {
      return new Spoken(label, speaker, other);
    }
  }

  /**
   * A tool call of the agent and what it gave back.
   *
   * @param arguments YAML value: maps, lists and scalars
   * @param result YAML value, likewise
   * @param failed the tool answered with an error
   */
  record Call(@Nullable String label, String tool, Object arguments, Object result, boolean failed)
      implements Line {
    Call failing(Object error) {
      return new Call(label, tool, arguments, error, true);
    }
  }
}
