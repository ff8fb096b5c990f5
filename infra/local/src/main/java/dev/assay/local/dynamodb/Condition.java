package dev.assay.local.dynamodb;

import java.util.List;

/** A condition, filter or key condition as parsed, before names and values are known. */
sealed interface Condition {

  /** The six comparisons. */
  enum Comparator {
    EQ("="),
    NE("<>"),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">=");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** Both sides are there and compare so; only equality spans types. */
  record Compare(Comparator comparator, Operand left, Operand right) implements Condition {}

  /** The operand lies between the bounds, both included. */
  record Between(Operand operand, Operand low, Operand high) implements Condition {}

  /** The operand equals one of the candidates. */
  record In(Operand operand, List<Operand> candidates) implements Condition {
    public In {
      candidates = List.copyOf(candidates);
    }
  }

  /** The path is there, or is not. */
  record Exists(DocumentPath path, boolean expected) implements Condition {}

  /** The path is there and of the type whose name the value holds. */
  record HasType(DocumentPath path, Operand type) implements Condition {}

  /** The operand is a text or byte string that begins so. */
  record BeginsWith(Operand operand, Operand prefix) implements Condition {}

  /** A text contains a part, a set or list an element. */
  record Contains(Operand operand, Operand part) implements Condition {}

  /** Both hold. */
  record And(Condition left, Condition right) implements Condition {}

  /** One holds, or both do. */
  record Or(Condition left, Condition right) implements Condition {}

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}
}
