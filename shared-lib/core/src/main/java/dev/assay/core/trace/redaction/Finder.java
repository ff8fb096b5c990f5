package dev.assay.core.trace.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the personal data in a text: one linear pass that keeps numbers, at-signs and words that
 * hint at something, then each rule over those few.
 */
public final class Finder {
  private Finder() {}

  /**
   * The spans of the kinds that are on, in the order of the text, never overlapping. Placeholders
   * of an earlier redaction are left alone.
   */
  public static List<Match> find(String text, Set<Kind> on) {
    Tokens tokens = Tokens.of(text);
    if (tokens.size() == 0) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    if (on.contains(Kind.EMAIL)) {
      EmailRule.run(tokens, matches);
    }
    if (on.contains(Kind.IBAN)) {
      IbanRule.run(tokens, matches);
    }
    SpokenRule.run(tokens, on, matches);
    new NumberRules(tokens, on, matches).run();
    if (on.contains(Kind.ADDRESS)) {
      AddressRule.run(tokens, matches);
    }
    matches.sort(Comparator.comparingInt(Match::start));
    return withoutOverlaps(matches);
  }

  private static List<Match> withoutOverlaps(List<Match> sorted) {
    int end = 0;
    List<Match> clean = new ArrayList<>(sorted.size());
    for (Match match : sorted) {
      if (match.start() >= end) {
        clean.add(match);
        end = match.end();
      }
    }
    return clean;
  }
}
