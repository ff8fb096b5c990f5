package dev.assay.local.dynamodb;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable byte string that compares by content, bytes unsigned as DynamoDB orders them. */
final class Bytes implements Comparable<Bytes> {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Wraps without copying: the caller hands the array over. */
  static Bytes of(byte[] content) {
    return new Bytes(content);
  }

  int length() {
    return content.length;
  }

  /** The content itself, not a copy: readers in this package never write to it. */
  byte[] content() {
    return content;
  }

  boolean startsWith(Bytes prefix) {
    return content.length >= prefix.content.length
        && Arrays.equals(
            content, 0, prefix.content.length, prefix.content, 0, prefix.content.length);
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(content, other.content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(content);
  }
}
