package dev.assay.cli.terminal;

/** Something that is not the command's failed; the message says what would help. */
public final class OutsideFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OutsideFault(String message) {
    super(message);
  }

  public OutsideFault(String message, Throwable cause) {
    super(message, cause);
  }
}
