package dev.assay.core.feedback;

import java.util.Locale;

/** Who says it; name and version make a score repeatable. */
public record Source(Type type, String name, String version) {
  public enum Type {
    CHECK,
    JUDGE,
    PERSON,
    API;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
