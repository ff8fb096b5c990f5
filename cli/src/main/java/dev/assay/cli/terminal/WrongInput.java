package dev.assay.cli.terminal;

/** The user gave something that cannot be used; the message names file, line and field. */
public final class WrongInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongInput(String message) {
    super(message);
  }
}
