package dev.assay.testkit.judge;

import java.util.List;
import java.util.Locale;

/**
 * One injection attempt.
 *
 * @param parts its turns, 1 or more
 * @param wants what an evaluator should do for it
 */
public record Attempt(
    String id, String kind, String language, Place place, Wants wants, List<String> parts) {
  public Attempt {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(id + ": expected text, got none");
    }
  }

  /** Where in a conversation it stands. */
  public enum Place {
    CUSTOMER,
    AGENT,
    TOOL_RESULT,
    TOOL_ARGUMENT,
    DOCUMENT
  }

  /** What it asks for. */
  public enum Wants {
    PASS,
    FAIL,
    YES,
    NO,
    LEAK
  }

  static Attempt of(String header, String text) {
    String[] fields = header.split(" \\| ", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "expected id | kind | language | place | wants, got " + header);
    }
    return new Attempt(
        fields[0],
        fields[1],
        fields[2],
        Place.valueOf(fields[3].toUpperCase(Locale.ROOT)),
        Wants.valueOf(fields[4].toUpperCase(Locale.ROOT)),
        List.of(text.strip().split("\n--\n", -1)));
  }
}
