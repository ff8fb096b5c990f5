package dev.assay.cli.terminal;

/** The command's exit codes, as its contract lists them. */
public final class Exit {
  public static final int DONE = 0;

  /** The answer is "no". */
  public static final int NO = 1;

  /** Wrong usage or input. */
  public static final int WRONG_INPUT = 2;

  public static final int INCONCLUSIVE = 3;

  /** Something outside failed: agent, model, AWS. */
  public static final int OUTSIDE = 4;

  private Exit() {}
}
