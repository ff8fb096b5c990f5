package dev.assay.core.check.commitment.verdict;

import dev.assay.core.check.commitment.verdict.CommitmentVerdict.Level;
import dev.assay.core.feedback.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is to be silent for an agent: a type of commitment, a verdict, or one type with one
 * verdict. Written {@code ACTION/ghost}, {@code SLA/*}, {@code *}{@code /stale}.
 *
 * @param type null for every type
 * @param verdict one that alerts or flags; null for all of them
 */
public record SilencedRule(@Nullable CommitmentType type, @Nullable CommitmentVerdict verdict) {
  private static final String ANY = "*";

  public SilencedRule {
    if (type == null && verdict == null) {
      throw new IllegalArgumentException("expected a type or a verdict, got " + ANY + "/" + ANY);
    }
    if (verdict != null && !speaks(verdict)) {
      throw new IllegalArgumentException(
          "expected one of " + verdicts() + " behind the slash, got " + verdict.wireName());
    }
  }

  /**
   * Reads {@code TYPE/verdict}.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static SilencedRule parse(String rule) {
    int slash = rule.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("expected TYPE/verdict such as ACTION/ghost, got " + rule);
    }
    return new SilencedRule(type(rule.substring(0, slash)), verdict(rule.substring(slash + 1)));
  }

  private static @Nullable CommitmentType type(String name) {
    if (name.equals(ANY)) {
      return null;
    }
    for (CommitmentType type : CommitmentType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "expected " + ANY + " or one of " + types() + " before the slash, got " + name);
  }

  private static @Nullable CommitmentVerdict verdict(String name) {
    if (name.equals(ANY)) {
      return null;
    }
    for (CommitmentVerdict verdict : CommitmentVerdict.values()) {
      if (verdict.wireName().equals(name)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException(
        "expected " + ANY + " or one of " + verdicts() + " behind the slash, got " + name);
  }

  private static String types() {
    return Arrays.toString(CommitmentType.values());
  }

  private static String verdicts() {
    return Arrays.stream(CommitmentVerdict.values())
        .filter(SilencedRule::speaks)
        .map(CommitmentVerdict::wireName)
        .collect(Collectors.joining(", "));
  }

  private static boolean speaks(CommitmentVerdict verdict) {
    return verdict.level() == Level.ALERTED || verdict.level() == Level.FLAGGED;
  }

  /** True where the finding is one that this rule keeps silent. */
  public boolean covers(Finding finding) {
    CommitmentVerdict found = CommitmentVerdict.ofWireName(finding.verdict());
    return speaks(found)
        && (type == null || type.name().equals(finding.type()))
        && (verdict == null || verdict == found);
  }

  @Override
  public String toString() {
    return (type == null ? ANY : type.name())
        + "/"
        + (verdict == null ? ANY : verdict.name().toLowerCase(Locale.ROOT));
  }
}
