package dev.assay.core.check.voice;

import dev.assay.core.check.NearestRank;
import dev.assay.core.check.Ramp;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timing of a spoken conversation, from the turns' offsets. Chats are none of its kind and get
 * nothing; a voice trace without offsets is unscored, except that latency falls back to timestamps.
 */
public final class VoiceTiming implements Evaluator {
  /** From the end of the customer's turn to the start of the agent's; scored by its p95. */
  public static final String LATENCY = "voice.latency";

  /** Silences longer than the threshold; one minus their share of the conversation's time. */
  public static final String PAUSES = "voice.pauses";

  /** The agent speaking while the customer does; one minus its share of the customer's time. */
  public static final String TALK_OVER = "voice.talk_over";

  /** Turns cut off by the other side; one minus their share of all spoken turns. */
  public static final String INTERRUPTIONS = "voice.interruptions";

  /** The longest the agent spoke without the customer getting a word in. */
  public static final String MONOLOGUE = "voice.monologue";

  private static final Source SOURCE = new Source(Source.Type.CHECK, "voice_timing", "1");
  private static final String NO_OFFSETS = "no turn has start_ms and end_ms";

  private final Thresholds thresholds;

  /**
   * What counts, in milliseconds. People answer within 0 to 200 ms on average (Stivers et al. 2009,
   * PNAS 106:10587) and hear a second of silence as trouble (Jefferson 1989); the ramps' far ends
   * are our own choice.
   *
   * @param latencyP95 default 1500 to 4000
   * @param pauseMs a silence longer than this is a pause; default 2000
   * @param overlapMs shorter overlaps are back-channels ("mhm") and the jitter of turn ends;
   *     default 200
   * @param monologueMs default 30 to 90 seconds
   */
  public record Thresholds(Ramp latencyP95, long pauseMs, long overlapMs, Ramp monologueMs) {
    public static final Thresholds DEFAULT =
        new Thresholds(new Ramp(1_500, 4_000), 2_000, 200, new Ramp(30_000, 90_000));
  }

  public VoiceTiming(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    List<SpokenTurn> turns = SpokenTurn.of(trace);
    boolean voice = trace.isVoice() || (trace.channel() == null && !turns.isEmpty());
    if (!voice) {
      return List.of();
    }
    return List.of(
        latency(trace, turns),
        pauses(turns),
        talkOver(turns),
        interruptions(trace, turns),
        monologue(turns));
  }

  private Assessment latency(Trace trace, List<SpokenTurn> turns) {
    boolean offsets = !turns.isEmpty();
    List<Response> responses = offsets ? byOffsets(turns) : byTimestamps(trace);
    if (responses.isEmpty()) {
      return unscored(LATENCY, offsets ? "the agent answers no turn of the customer" : NO_OFFSETS);
    }
    long[] ms = responses.stream().mapToLong(Response::ms).toArray();
    long p95 = NearestRank.percentile(ms, 95);
    List<Finding> findings = new ArrayList<>();
    for (Response response : responses) {
      if ((double) response.ms > thresholds.latencyP95().full()) {
        findings.add(response.finding());
      }
    }
    String value =
        "p50 "
            + NearestRank.percentile(ms, 50)
            + " ms, p95 "
            + p95
            + " ms"
            + (offsets ? "" : ", from timestamps");
    return assessment(LATENCY, thresholds.latencyP95().score((double) p95), value, findings);
  }

  private record Response(int message, long ms) {
    Finding finding() {
      return new Finding(
          message, 0, 0, "", "LATENCY", ms + " ms", "flagged", null, "the customer waited");
    }
  }

  private static List<Response> byOffsets(List<SpokenTurn> turns) {
    List<Response> responses = new ArrayList<>();
    SpokenTurn user = null;
    for (SpokenTurn turn : turns) {
      if (!turn.agent()) {
        user = turn;
      } else if (user != null) {
        // An agent who starts before the customer ends talks over; that is no fast answer.
        if (turn.startMs() >= user.endMs()) {
          responses.add(new Response(turn.message(), turn.startMs() - user.endMs()));
        }
        user = null;
      }
    }
    return responses;
  }

  private static List<Response> byTimestamps(Trace trace) {
    List<Response> responses = new ArrayList<>();
    Instant asked = null;
    for (int i = 0; i < trace.steps().size(); i++) {
      Step step = trace.steps().get(i);
      if (step instanceof Step.UserTurn) {
        asked = step.timing().timestamp();
      } else if (step instanceof Step.AgentTurn && !step.text().isBlank()) {
        Instant answered = step.timing().timestamp();
        if (asked != null && answered != null && !answered.isBefore(asked)) {
          responses.add(new Response(i, Duration.between(asked, answered).toMillis()));
        }
        asked = null;
      }
    }
    return responses;
  }

  private Assessment pauses(List<SpokenTurn> turns) {
    if (turns.size() < 2) {
      return unscored(PAUSES, turns.isEmpty() ? NO_OFFSETS : "a single turn has no pause");
    }
    long silent = 0;
    long spokenUntil = turns.getFirst().endMs();
    List<Finding> findings = new ArrayList<>();
    for (SpokenTurn turn : turns) {
      long gap = turn.startMs() - spokenUntil;
      if (gap > thresholds.pauseMs()) {
        silent += gap;
        findings.add(turn.finding("PAUSE", gap, "nobody spoke before this turn"));
      }
      spokenUntil = Math.max(spokenUntil, turn.endMs());
    }
    long whole = Math.max(1, spokenUntil - turns.getFirst().startMs());
    String value = findings.size() + " pauses, " + silent + " ms";
    return assessment(PAUSES, 1 - (double) silent / whole, value, findings);
  }

  private Assessment talkOver(List<SpokenTurn> turns) {
    long customer = turns.stream().filter(t -> !t.agent()).mapToLong(SpokenTurn::lengthMs).sum();
    if (customer == 0) {
      return unscored(TALK_OVER, turns.isEmpty() ? NO_OFFSETS : "the customer does not speak");
    }
    long over = 0;
    long userUntil = Long.MIN_VALUE;
    List<Finding> findings = new ArrayList<>();
    for (SpokenTurn turn : turns) {
      if (!turn.agent()) {
        userUntil = Math.max(userUntil, turn.endMs());
      } else {
        long overlap = Math.min(userUntil, turn.endMs()) - turn.startMs();
        if (overlap > thresholds.overlapMs()) {
          over += overlap;
          findings.add(
              turn.finding("TALK_OVER", overlap, "the agent began while the customer spoke"));
        }
      }
    }
    String value = findings.size() + " times, " + over + " ms";
    return assessment(TALK_OVER, Math.max(0, 1 - (double) over / customer), value, findings);
  }

  private static Assessment interruptions(Trace trace, List<SpokenTurn> turns) {
    int spoken = 0;
    int customerCut = 0;
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < trace.steps().size(); i++) {
      Boolean cut = interrupted(trace.steps().get(i));
      spoken += cut == null ? 0 : 1;
      if (Boolean.TRUE.equals(cut)) {
        boolean customer = trace.steps().get(i) instanceof Step.UserTurn;
        customerCut += customer ? 1 : 0;
        String reason =
            customer ? "the agent cut the customer off" : "the customer cut the agent off";
        findings.add(new Finding(i, 0, 0, "", "INTERRUPTION", null, "flagged", null, reason));
      }
    }
    if (spoken == 0 || (turns.isEmpty() && findings.isEmpty())) {
      return unscored(INTERRUPTIONS, NO_OFFSETS);
    }
    String value = findings.size() + " of " + spoken + " turns, " + customerCut + " the customer's";
    return assessment(INTERRUPTIONS, 1 - (double) findings.size() / spoken, value, findings);
  }

  /** Whether a spoken turn was cut off; null for what is no spoken turn. */
  private static @Nullable Boolean interrupted(Step step) {
    return switch (step) {
      case Step.UserTurn turn -> turn.text().isBlank() ? null : turn.interrupted();
      case Step.AgentTurn turn -> turn.text().isBlank() ? null : turn.interrupted();
      case Step.ToolResult result -> null;
      case Step.SystemPrompt prompt -> null;
    };
  }

  private Assessment monologue(List<SpokenTurn> turns) {
    long longest = 0;
    long began = 0;
    int at = 0;
    boolean running = false;
    List<Finding> findings = new ArrayList<>();
    for (SpokenTurn turn : turns) {
      began = running && turn.agent() ? began : turn.startMs();
      running = turn.agent();
      if (running && turn.endMs() - began > longest) {
        longest = turn.endMs() - began;
        at = turn.message();
      }
    }
    if (turns.stream().noneMatch(SpokenTurn::agent)) {
      return unscored(MONOLOGUE, turns.isEmpty() ? NO_OFFSETS : "the agent does not speak");
    }
    if ((double) longest > thresholds.monologueMs().full()) {
      findings.add(
          new Finding(
              at,
              0,
              0,
              "",
              "MONOLOGUE",
              longest + " ms",
              "flagged",
              null,
              "the agent speaks on and on"));
    }
    return assessment(
        MONOLOGUE, thresholds.monologueMs().score((double) longest), longest + " ms", findings);
  }

  private static Assessment unscored(String key, String reason) {
    return Assessment.of(key, Verdict.unscored(reason), null, reason);
  }

  private static Assessment assessment(
      String key, double score, String value, List<Finding> findings) {
    String comment = key.substring(key.indexOf('.') + 1).replace('_', '-') + ": " + value;
    return new Assessment(key, Verdict.scored(score), value, comment, findings, Spend.NOTHING);
  }
}
