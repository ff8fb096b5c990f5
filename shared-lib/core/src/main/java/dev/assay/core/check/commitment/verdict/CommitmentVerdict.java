package dev.assay.core.check.commitment.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the evidence says of a commitment; the wire names are those of the command's contract. */
public enum CommitmentVerdict {
  /** The evidence has another value where this one was claimed. */
  CONTRADICTED(Level.ALERTED),
  /** The value exists, but belongs to something else. */
  MISATTRIBUTED(Level.ALERTED),
  /** It was done, but to something else. */
  WRONG_OBJECT(Level.ALERTED),
  /** Claimed to be done, and no such call was made. */
  GHOST(Level.ALERTED),
  /** Claimed to be done, and the call failed. */
  ACTION_FAILED(Level.ALERTED),
  /** There is evidence of this type, and none fits. */
  UNSUPPORTED(Level.FLAGGED),
  /** True of an older result only. */
  STALE(Level.FLAGGED),
  /** Promised and never done. */
  UNFULFILLED(Level.FLAGGED),
  /** Entailed. */
  GROUNDED(Level.FINE),
  /** Probably so, by evidence too thin to prove it. */
  WEAK(Level.FINE),
  /** Said just before it was done. */
  PREMATURE(Level.FINE),
  /** The trace holds nothing to compare with. */
  NOT_CHECKABLE(Level.SILENT);

  /** How loudly a verdict speaks. */
  public enum Level {
    ALERTED,
    FLAGGED,
    FINE,
    SILENT
  }

  private static final Map<String, CommitmentVerdict> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(CommitmentVerdict::wireName, one -> one));

  private final Level level;
  private final String wireName;

  CommitmentVerdict(Level level) {
    this.level = level;
    this.wireName = name().toLowerCase(Locale.ROOT);
  }

  public Level level() {
    return level;
  }

  /** The name on the wire. */
  public String wireName() {
    return wireName;
  }

  /** The verdict of a wire name. */
  public static CommitmentVerdict ofWireName(String name) {
    CommitmentVerdict verdict = BY_NAME.get(name);
    if (verdict == null) {
      throw new IllegalArgumentException("no verdict is called " + name);
    }
    return verdict;
  }
}
