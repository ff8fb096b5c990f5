package dev.assay.core.trace.redaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is made of digits: cards and national ids by their check digits, telephone
 * numbers by their form or a cue, postal codes by a cue.
 */
final class NumberRules {
  /** A cue reaches as far as "you can call me any time after work on ". */
  private static final int CUE_REACH = 40;

  /** "555-123-4567 or 5559876543": how far a telephone number is a cue for the next. */
  private static final int CHAIN_REACH = 8;

  private static final int SHORTEST = 5;

  private final Tokens tokens;
  private final Set<Kind> on;
  private final List<Match> matches;
  private final Cluster cluster;

  /** What the words since the last number hint at, flags of {@link Words}. */
  private int cue;

  private int cueEnd;

  /** Where the cue stops counting. */
  private int cueLimit;

  NumberRules(Tokens tokens, Set<Kind> on, List<Match> matches) {
    this.tokens = tokens;
    this.on = on;
    this.matches = matches;
    this.cluster = new Cluster(tokens);
  }

  void run() {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.sort(i)) {
        case NUMBER -> number(i);
        case WORD, PLACEHOLDER -> hear(i);
        case MIXED -> mixed(i);
        case AT_SIGN, GERMAN_STREET -> {}
      }
    }
  }

  private void hear(int token) {
    Kind owner = tokens.takenBy(token);
    boolean ends = owner != null || tokens.sort(token) == Tokens.Sort.PLACEHOLDER;
    if (ends || tokens.start(token) > cueLimit) {
      cue = 0;
    }
    boolean placeholder = owner == null && tokens.hints(token, Words.PHONE) && ends;
    if (owner == Kind.PHONE || placeholder) {
      chainFrom(tokens.end(token));
      return;
    }
    for (int flag : CUES) {
      if (tokens.hints(token, flag)) {
        // The nearest word decides between a telephone and an order; "number" leaves it open.
        cue = flag == Words.NUMBER ? cue | flag : (cue & Words.NUMBER) | flag;
        cueEnd = tokens.end(token);
        cueLimit = cueEnd + CUE_REACH;
      }
    }
  }

  private void chainFrom(int end) {
    cue = Words.PHONE;
    cueEnd = end;
    cueLimit = end + CHAIN_REACH;
  }

  private static final int[] CUES = {
    Words.PHONE, Words.NUMBER, Words.OTHER_ID, Words.NATIONAL, Words.POSTAL
  };

  private void mixed(int token) {
    cue = 0;
    Match match = tokens.isTaken(token) ? null : NationalIds.inMixed(tokens, token);
    if (match != null && on.contains(match.kind())) {
      accept(match);
    }
  }

  private void number(int token) {
    if (tokens.isTaken(token)) {
      hear(token);
      return;
    }
    Match match = null;
    boolean near = cue != 0 && tokens.start(token) <= cueLimit && !sentenceEnds(token);
    int hints = near ? cue : 0;
    if (tokens.length(token) >= SHORTEST || cluster.separator(token) != 0) {
      cluster.read(token);
      match = find(hints);
    }
    cue = 0;
    if (match == null) {
      return;
    }
    accept(match);
    if (match.kind() == Kind.PHONE) {
      chainFrom(match.end());
    }
  }

  /** A cue does not reach into the next sentence. */
  private boolean sentenceEnds(int token) {
    for (int i = cueEnd; i < tokens.start(token) - 1; i++) {
      if (tokens.at(i) == '.' && tokens.at(i + 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  private @Nullable Match find(int hints) {
    if (!cluster.opensCleanly()) {
      return null;
    }
    Match match = only(CardRule.find(cluster));
    if (match == null) {
      match = only(NationalIds.inDigits(tokens, cluster, (hints & Words.NATIONAL) != 0));
    }
    if (match == null && on.contains(Kind.PHONE)) {
      match = PhoneRule.find(tokens, cluster, hints);
    }
    if (match == null && (hints & Words.POSTAL) != 0) {
      match = only(postalCode());
    }
    return match;
  }

  private @Nullable Match only(@Nullable Match match) {
    return match != null && on.contains(match.kind()) ? match : null;
  }

  private @Nullable Match postalCode() {
    int groups = cluster.is(5, 4) || cluster.is(5, 3) ? 2 : 1;
    int digits = cluster.length(0);
    boolean fits = digits == 5 || digits == 8;
    return fits && cluster.closesCleanly(groups)
        ? new Match(cluster.start(), cluster.end(groups), Kind.ADDRESS, cluster.digits(groups))
        : null;
  }

  private void accept(Match match) {
    matches.add(match);
    tokens.take(match);
  }
}
