package dev.assay.local.dynamodb;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of the ten types DynamoDB stores. Immutable; collections are handed over, not copied.
 */
sealed interface AttributeValue {

  /** The type's name on the wire: S, N, B, BOOL, NULL, M, L, SS, NS or BS. */
  String type();

  /**
   * The size in bytes that Amazon bills, after the developer guide's "DynamoDB item sizes and
   * formats"; numbers are its approximation (one byte per two significant digits, plus one).
   */
  int size();

  /** Text. */
  record S(String text) implements AttributeValue {
    @Override
    public String type() {
      return "S";
    }

    @Override
    public int size() {
      return Utf8.length(text);
    }
  }

  /** A number of at most 38 significant digits, trailing zeros stripped so that equal is equal. */
  record N(BigDecimal number) implements AttributeValue {
    public N {
      number = number.stripTrailingZeros();
    }

    @Override
    public String type() {
      return "N";
    }

    @Override
    public int size() {
      return Numbers.size(number);
    }
  }

  /** Bytes. */
  record B(Bytes bytes) implements AttributeValue {
    @Override
    public String type() {
      return "B";
    }

    @Override
    public int size() {
      return bytes.length();
    }
  }

  /** True or false. */
  record Bool(boolean truth) implements AttributeValue {
    @Override
    public String type() {
      return "BOOL";
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** The value null, which is there, unlike an absent attribute. */
  record Null() implements AttributeValue {
    @Override
    public String type() {
      return "NULL";
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** A list of values of any types. */
  record L(List<AttributeValue> values) implements AttributeValue {
    public L {
      values = Collections.unmodifiableList(values);
    }

    @Override
    public String type() {
      return "L";
    }

    @Override
    public int size() {
      return 3 + values.stream().mapToInt(value -> 1 + value.size()).sum();
    }
  }

  /** Names to values of any types. */
  record M(Map<String, AttributeValue> values) implements AttributeValue {
    public M {
      values = Collections.unmodifiableMap(values);
    }

    @Override
    public String type() {
      return "M";
    }

    @Override
    public int size() {
      int bytes = 3;
      for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
        bytes += 1 + Utf8.length(entry.getKey()) + entry.getValue().size();
      }
      return bytes;
    }
  }

  /** A set of texts. */
  record Ss(Set<String> values) implements AttributeValue {
    public Ss {
      values = Collections.unmodifiableSet(values);
    }

    @Override
    public String type() {
      return "SS";
    }

    @Override
    public int size() {
      return values.stream().mapToInt(Utf8::length).sum();
    }
  }

  /** A set of numbers, each stripped of trailing zeros. */
  record Ns(Set<BigDecimal> values) implements AttributeValue {
    public Ns {
      values = Collections.unmodifiableSet(values);
    }

    @Override
    public String type() {
      return "NS";
    }

    @Override
    public int size() {
      return values.stream().mapToInt(Numbers::size).sum();
    }
  }

  /** A set of byte strings. */
  record Bs(Set<Bytes> values) implements AttributeValue {
    public Bs {
      values = Collections.unmodifiableSet(values);
    }

    @Override
    public String type() {
      return "BS";
    }

    @Override
    public int size() {
      return values.stream().mapToInt(Bytes::length).sum();
    }
  }
}
