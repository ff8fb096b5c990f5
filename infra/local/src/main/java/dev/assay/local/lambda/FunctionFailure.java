package dev.assay.local.lambda;

import org.jspecify.annotations.Nullable;

/** The function threw, took too long or answered what cannot be read. */
public final class FunctionFailure extends Exception {
  private static final long serialVersionUID = 1;

  public FunctionFailure(String message) {
    super(message);
  }

  FunctionFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
