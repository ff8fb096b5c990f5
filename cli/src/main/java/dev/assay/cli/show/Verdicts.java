package dev.assay.cli.show;

import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict.Level;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Verdicts on commitments by name and by how loudly they speak. */
public final class Verdicts {
  /** The key under which commitments are assessed. */
  public static final String COMMITMENTS = "commitments";

  private Verdicts() {}

  /**
   * The verdicts that names stand for: their own, {@code alerted}, {@code flagged} or {@code any}.
   *
   * @throws WrongInput for a name that is none
   */
  public static Set<String> named(Collection<String> names) {
    Set<String> verdicts = new LinkedHashSet<>();
    for (String name : names) {
      switch (name) {
        case "alerted" -> verdicts.addAll(of(Level.ALERTED));
        case "flagged" -> verdicts.addAll(of(Level.FLAGGED));
        case "any" -> {
          verdicts.addAll(of(Level.ALERTED));
          verdicts.addAll(of(Level.FLAGGED));
        }
        default -> verdicts.add(one(name));
      }
    }
    return verdicts;
  }

  /** Alerted: somebody hears of it at once. */
  public static boolean isAlerted(String verdict) {
    return of(Level.ALERTED).contains(verdict);
  }

  /** Flagged besides. */
  public static boolean isFlagged(String verdict) {
    return of(Level.FLAGGED).contains(verdict);
  }

  private static String one(String name) {
    List<String> all =
        Arrays.stream(CommitmentVerdict.values()).map(CommitmentVerdict::wireName).toList();
    if (!all.contains(name)) {
      throw new WrongInput(
          "--fail-on: expected any, alerted, flagged or one of "
              + String.join(", ", all)
              + "; got "
              + name);
    }
    return name;
  }

  private static List<String> of(Level level) {
    return Arrays.stream(CommitmentVerdict.values())
        .filter(verdict -> verdict.level() == level)
        .map(CommitmentVerdict::wireName)
        .toList();
  }
}
