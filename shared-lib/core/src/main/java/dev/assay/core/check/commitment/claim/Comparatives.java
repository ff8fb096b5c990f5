package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.value.Remark.Relation;

/** What the words of comparison mean. */
final class Comparatives {
  private Comparatives() {}

  /** The relation of a lexicon code. */
  static Relation relation(String code) {
    return switch (code) {
      case "more" -> Relation.MORE;
      case "less" -> Relation.LESS;
      case "least" -> Relation.AT_LEAST;
      case "most" -> Relation.AT_MOST;
      default -> Relation.SAME;
    };
  }
}
