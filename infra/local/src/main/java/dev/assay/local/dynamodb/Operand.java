package dev.assay.local.dynamodb;

/** What a comparison compares. */
sealed interface Operand {

  /** An attribute or what lies below it; absent when it is not there. */
  record At(DocumentPath path) implements Operand {}

  /** A value given with the request, by its {@code :placeholder}. */
  record Given(String placeholder) implements Operand {}

  /** The size of what an operand names. */
  record SizeOf(Operand of) implements Operand {}
}
