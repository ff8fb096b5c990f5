package dev.assay.cli.input;

/** The formats a file of traces can have. */
public enum Format {
  /** By what the first document looks like. */
  AUTO,
  /** The trace contract. */
  ASSAY,
  /** Conversations of tau-bench and tau2-bench. */
  TAU,
  /** Dialogues of the Schema-Guided Dialogue dataset. */
  SGD
}
