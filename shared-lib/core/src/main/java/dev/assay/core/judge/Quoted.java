package dev.assay.core.judge;

/**
 * Hostile text as lines that all begin with {@code "| "}, so that none of them can be taken for a
 * line of ours. Every kind of line break counts as one; characters that hide or reorder text
 * (control, bidirectional, tag and zero-width ones) are shown as {@code \\u{…}}.
 */
final class Quoted {
  private static final String PREFIX = "| ";

  private Quoted() {}

  static void append(StringBuilder out, String text) {
    out.append(PREFIX);
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        continue;
      }
      if (isLineBreak(c)) {
        out.append('\n').append(PREFIX);
      } else if (hides(c)) {
        out.append("\\u{").append(Integer.toHexString(c)).append('}');
      } else {
        out.appendCodePoint(c);
      }
    }
    out.append('\n');
  }

  private static boolean isLineBreak(int c) {
    return c == '\n'
        || c == '\r'
        || c == 0x0B
        || c == 0x0C
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }

  private static boolean hides(int c) {
    if (c == '\t' || c == 0x200C || c == 0x200D) {
      // Joiners are part of many scripts and of emoji.
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }
}
