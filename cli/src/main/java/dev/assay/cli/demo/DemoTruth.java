package dev.assay.cli.demo;

import dev.assay.core.check.ToolErrors;
import dev.assay.core.check.ToolLoops;
import dev.assay.core.feedback.Score;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.judge.BuiltInRubrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the loop found against what was planted: recall for each kind of fault, false flags on
 * clean conversations. Counts only; no share is given without its n.
 *
 * <p>A planted commitment counts as found when a finding at the planted message is alerted or
 * flagged; a tool or voice fault when a score of that family is below 1 anywhere in its trace; an
 * unfaithful answer when the judge's score asks for a person's look.
 */
public final class DemoTruth {
  private static final Set<String> ALERTED =
      Set.of("contradicted", "misattributed", "wrong_object", "ghost", "action_failed");
  private static final Set<String> FLAGGED = Set.of("unsupported", "stale", "unfulfilled");

  private DemoTruth() {}

  /**
   * One finding of a feedback.
   *
   * @param message index in the trace's messages
   * @param verdict a name of the command's contract, such as {@code contradicted}
   */
  public record Mark(int message, String verdict) {}

  /**
   * One feedback of the loop.
   *
   * @param key such as {@code commitments}, {@code tool_errors}, {@code voice.latency}
   * @param score 0..1; null where nothing was scored
   */
  public record Found(String traceId, String key, @Nullable Double score, List<Mark> marks) {
    public Found {
      marks = List.copyOf(marks);
    }
  }

  /**
   * How much of one kind was found.
   *
   * @param planted how often it was planted
   * @param alerted how often it raised an alert
   * @param found how often it was alerted or flagged
   * @param notScored how often nothing that could have found it was scored, as when sampled out
   */
  public record Recall(FaultKind kind, int planted, int alerted, int found, int notScored) {
    /** Such as {@code wrong refund amount 7 of 8 found, 6 alerted}. */
    public String sentence() {
      String head = kind.wireName() + " " + found + " of " + (planted - notScored) + " found";
      String alerts =
          kind.family() == FaultKind.Family.COMMITMENT ? ", " + alerted + " alerted" : "";
      return head + alerts + (notScored == 0 ? "" : ", " + notScored + " not scored");
    }
  }

  /**
   * What was held against clean conversations.
   *
   * @param scored clean conversations that this family scored
   * @param alerted of these, with an alert
   * @param flagged of these, alerted or flagged
   * @param traceIds the flagged ones
   */
  public record FalseFlags(
      FaultKind.Family family, int scored, int alerted, int flagged, List<String> traceIds) {
    public FalseFlags {
      traceIds = List.copyOf(traceIds);
    }
  }

  /**
   * The comparison.
   *
   * @param recalls kinds that were planted and that an evaluator is asked about, in the order of
   *     {@link FaultKind}
   * @param falseFlags one for each family with an evaluator
   */
  public record Report(List<Recall> recalls, List<FalseFlags> falseFlags) {
    public Report {
      recalls = List.copyOf(recalls);
      falseFlags = List.copyOf(falseFlags);
    }
  }

  private record Tally(int planted, int alerted, int found, int notScored) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    Tally with(boolean isAlerted, boolean isFound, boolean isScored) {
      return new Tally(
          planted + 1,
          alerted + (isAlerted ? 1 : 0),
          found + (isFound ? 1 : 0),
          notScored + (isScored ? 0 : 1));
    }
  }

  /** Compares; feedback of traces that the truth does not know is left aside. */
  public static Report compare(List<Truth> truths, List<Found> found) {
    Map<String, List<Found>> byTrace =
        found.stream().collect(Collectors.groupingBy(Found::traceId));
    return new Report(recalls(truths, byTrace), falseFlags(truths, byTrace));
  }

  private static List<Recall> recalls(List<Truth> truths, Map<String, List<Found>> byTrace) {
    var tallies = new EnumMap<FaultKind, Tally>(FaultKind.class);
    for (Truth truth : truths) {
      FaultKind kind = truth.fault();
      if (kind == null || kind.family() == FaultKind.Family.OUTCOME) {
        continue;
      }
      List<Found> scored = scored(kind.family(), byTrace.getOrDefault(truth.traceId(), List.of()));
      boolean alerted =
          scored.stream().anyMatch(one -> alerts(kind.family(), one, truth.message()));
      boolean noticed =
          alerted || scored.stream().anyMatch(one -> flags(kind.family(), one, truth.message()));
      Tally tally = tallies.getOrDefault(kind, Tally.NONE);
      tallies.put(kind, tally.with(alerted, noticed, !scored.isEmpty()));
    }
    var recalls = new ArrayList<Recall>();
    tallies.forEach((kind, tally) ->
        recalls.add(
            new Recall(kind, tally.planted(), tally.alerted(), tally.found(), tally.notScored())));
    return recalls;
  }

  private static List<FalseFlags> falseFlags(List<Truth> truths, Map<String, List<Found>> byTrace) {
    var all = new ArrayList<FalseFlags>();
    for (FaultKind.Family family : FaultKind.Family.values()) {
      if (family != FaultKind.Family.OUTCOME) {
        all.add(falseFlags(family, truths, byTrace));
      }
    }
    return all;
  }

  private static FalseFlags falseFlags(
      FaultKind.Family family, List<Truth> truths, Map<String, List<Found>> byTrace) {
    int count = 0;
    int alerted = 0;
    var flagged = new ArrayList<String>();
    for (Truth truth : truths) {
      List<Found> scored = scored(family, byTrace.getOrDefault(truth.traceId(), List.of()));
      if (!truth.clean() || scored.isEmpty()) {
        continue;
      }
      count++;
      boolean alert = scored.stream().anyMatch(one -> alerts(family, one, ANYWHERE));
      alerted += alert ? 1 : 0;
      if (alert || scored.stream().anyMatch(one -> flags(family, one, ANYWHERE))) {
        flagged.add(truth.traceId());
      }
    }
    return new FalseFlags(family, count, alerted, flagged.size(), flagged);
  }

  private static final int ANYWHERE = -1;

  private static List<Found> scored(FaultKind.Family family, List<Found> found) {
    return found.stream()
        .filter(one -> one.score() != null && concerns(family, one.key()))
        .toList();
  }

  private static boolean concerns(FaultKind.Family family, String key) {
    return switch (family) {
      case COMMITMENT -> key.equals("commitments");
      case TOOLS -> key.equals(ToolErrors.KEY) || key.equals(ToolLoops.KEY);
      case VOICE -> key.startsWith("voice");
      case JUDGED -> key.equals(EvidenceJudge.KEY);
      case OUTCOME -> false;
    };
  }

  private static boolean alerts(FaultKind.Family family, Found found, int message) {
    return switch (family) {
      case COMMITMENT -> marked(found, message, ALERTED);
      case TOOLS, VOICE -> below(found, 1);
      case JUDGED -> wantsReview(found);
      case OUTCOME -> false;
    };
  }

  private static boolean flags(FaultKind.Family family, Found found, int message) {
    return family == FaultKind.Family.COMMITMENT && marked(found, message, FLAGGED);
  }

  private static boolean marked(Found found, int message, Set<String> verdicts) {
    return found.marks().stream()
        .filter(mark -> message == ANYWHERE || mark.message() == message)
        .anyMatch(mark -> verdicts.contains(mark.verdict()));
  }

  private static boolean wantsReview(Found found) {
    Double score = found.score();
    return score != null && BuiltInRubrics.faithfulness().wantsReview(new Score(score));
  }

  private static boolean below(Found found, double bound) {
    Double score = found.score();
    return score != null && score < bound;
  }
}
