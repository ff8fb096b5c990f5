package dev.assay.local.dynamodb;

import java.util.List;

/** An update expression as parsed: its actions, all computed from the item as it was before. */
record Update(List<Action> actions) {

  Update {
    actions = List.copyOf(actions);
  }

  /** One change of one path. */
  sealed interface Action {
    DocumentPath path();
  }

  /** Put a value there. */
  record Set(DocumentPath path, Term value) implements Action {}

  /** Take away what is there. */
  record Remove(DocumentPath path) implements Action {}

  /** Add to a number or unite with a set; what is absent counts as 0 or empty. */
  record Add(DocumentPath path, String placeholder) implements Action {}

  /** Take elements out of a set. */
  record Delete(DocumentPath path, String placeholder) implements Action {}

  /** What SET computes. */
  sealed interface Term {}

  /** The value at a path, which must be there. */
  record At(DocumentPath path) implements Term {}

  /** A value given with the request. */
  record Given(String placeholder) implements Term {}

  /** The value at the path, or else another. */
  record IfNotExists(DocumentPath path, Term otherwise) implements Term {}

  /** Two lists, one behind the other. */
  record ListAppend(Term first, Term second) implements Term {}

  /** A sum or, where negative, a difference of numbers. */
  record Sum(Term left, Term right, boolean negative) implements Term {}
}
