package dev.assay.core.trace.redaction;

import org.jspecify.annotations.Nullable;

/** The form of a placeholder: {@code [EMAIL_3f9a2c]}, a kind and six hexadecimal digits. */
public final class Placeholder {
  private static final Kind[] KINDS = Kind.values();
  private static final int HEX_DIGITS = 6;

  private Placeholder() {}

  /**
   * Writes a placeholder.
   *
   * @param hex six lower-case hexadecimal digits
   */
  public static String of(Kind kind, String hex) {
    return "[" + kind.name() + "_" + hex + "]";
  }

  /** True when the text holds at least one placeholder. */
  public static boolean isIn(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '[' && kindAt(text, i) != null) {
        return true;
      }
    }
    return false;
  }

  /** The kind of the placeholder that starts at this bracket, or null when none does. */
  static @Nullable Kind kindAt(CharSequence text, int bracket) {
    for (Kind kind : KINDS) {
      if (matches(text, bracket, kind)) {
        return kind;
      }
    }
    return null;
  }

  static int length(Kind kind) {
    return kind.name().length() + HEX_DIGITS + 3;
  }

  private static boolean matches(CharSequence text, int bracket, Kind kind) {
    String name = kind.name();
    int end = bracket + length(kind);
    if (end > text.length() || text.charAt(end - 1) != ']') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (text.charAt(bracket + 1 + i) != name.charAt(i)) {
        return false;
      }
    }
    if (text.charAt(bracket + 1 + name.length()) != '_') {
      return false;
    }
    for (int i = end - 1 - HEX_DIGITS; i < end - 1; i++) {
      char c = text.charAt(i);
      if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }
}
