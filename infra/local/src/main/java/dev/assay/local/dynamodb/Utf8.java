package dev.assay.local.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What DynamoDB measures and orders text by: its UTF-8 bytes. */
final class Utf8 {
  private Utf8() {}

  /** The length in UTF-8 bytes, without encoding. */
  static int length(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A surrogate pair is two chars and four bytes, so each half adds one like c >= 0x80 does.
        bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
      }
    }
    return bytes;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static int compare(String left, String right) {
    return Arrays.compareUnsigned(bytes(left), bytes(right));
  }
}
