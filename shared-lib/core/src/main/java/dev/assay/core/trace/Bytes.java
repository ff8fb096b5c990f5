package dev.assay.core.trace;

import java.nio.charset.StandardCharsets;

/**
 * An array that travels in records. Not copied, because bodies are large: whoever holds one leaves
 * it as it is. Equal only to itself.
 */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  public static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The array itself. */
  public byte[] array() {
    return array;
  }

  public int length() {
    return array.length;
  }

  public String utf8() {
    return new String(array, StandardCharsets.UTF_8);
  }
}
