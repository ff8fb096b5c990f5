package dev.assay.local.dynamodb;

import dev.assay.local.dynamodb.AttributeValue.B;
import dev.assay.local.dynamodb.AttributeValue.N;
import dev.assay.local.dynamodb.AttributeValue.S;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns key values into bytes that sort as DynamoDB sorts the values.
 *
 * <p>Each value ends itself (no encoding is a prefix of another's), so keys are joined by putting
 * them one behind the other, and all keys of a partition lie between two bounds.
 */
final class KeyEncoding {
  private static final int NEGATIVE = 1;
  private static final int ZERO = 2;
  private static final int POSITIVE = 3;
  private static final int EXPONENT_BIAS = 200;

  private KeyEncoding() {}

  /** The encoding of one value; only S, N and B can be keys. */
  static byte[] encode(AttributeValue value) {
    return switch (value) {
      case S(var text) -> ended(escaped(Utf8.bytes(text)));
      case B(var bytes) -> ended(escaped(bytes.content()));
      case N(var number) -> number(number);
      default -> throw ServiceError.validation("A key cannot be of type " + value.type());
    };
  }

  /** The encoding of a text's or byte string's beginning, for ranges. */
  static byte[] encodePrefix(AttributeValue value) {
    return switch (value) {
      case S(var text) -> escaped(Utf8.bytes(text));
      case B(var bytes) -> escaped(bytes.content());
      default ->
          throw ServiceError.validation(
              "Invalid KeyConditionExpression: Incorrect operand type for operator or function;"
                  + " operator or function: begins_with, operand type: "
                  + value.type());
    };
  }

  static byte[] join(byte[] left, byte[] right) {
    byte[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    return joined;
  }

  /** The smallest byte string after everything that begins so; null when there is none. */
  static byte @Nullable [] after(byte[] prefix) {
    int last = prefix.length - 1;
    while (last >= 0 && prefix[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(prefix, last + 1);
    next[last]++;
    return next;
  }

  /** Zero becomes 00 FF, so that 00 01 can mean the end and sorts before any longer text. */
  private static byte[] escaped(byte[] content) {
    int zeros = 0;
    for (byte b : content) {
      if (b == 0) {
        zeros++;
      }
    }
    if (zeros == 0) {
      return content;
    }
    byte[] escaped = new byte[content.length + zeros];
    int at = 0;
    for (byte b : content) {
      escaped[at++] = b;
      if (b == 0) {
        escaped[at++] = (byte) 0xFF;
      }
    }
    return escaped;
  }

  private static byte[] ended(byte[] escaped) {
    byte[] ended = Arrays.copyOf(escaped, escaped.length + 2);
    ended[escaped.length + 1] = 1;
    return ended;
  }

  /**
   * Sign, exponent, then two digits a byte plus one; a negative number has all but sign inverted.
   */
  private static byte[] number(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {ZERO};
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(24);
    boolean negative = number.signum() < 0;
    out.write(negative ? NEGATIVE : POSITIVE);
    int invert = negative ? 0xFF : 0;
    int exponent = Numbers.exponent(number) + EXPONENT_BIAS;
    out.write((exponent >> 8) ^ invert);
    out.write((exponent & 0xFF) ^ invert);
    String digits = number.unscaledValue().abs().toString();
    for (int i = 0; i < digits.length(); i += 2) {
      int tens = digits.charAt(i) - '0';
      int ones = i + 1 < digits.length() ? digits.charAt(i + 1) - '0' : 0;
      out.write((tens * 10 + ones + 1) ^ invert);
    }
    out.write(invert);
    return out.toByteArray();
  }
}
