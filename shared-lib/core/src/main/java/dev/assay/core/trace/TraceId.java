package dev.assay.core.trace;

/**
 * The key of everything that follows from one conversation.
 *
 * @param value 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}
 */
public record TraceId(String value) implements Comparable<TraceId> {
  public static final int MAX_LENGTH = 128;

  public TraceId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a trace id has 1 to 128 characters of A-Z a-z 0-9 . _ : -");
    }
  }

  public static boolean isValid(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '_'
              || c == ':'
              || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(TraceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
