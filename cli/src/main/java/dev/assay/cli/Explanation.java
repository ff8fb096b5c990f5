package dev.assay.cli;

import dev.assay.cli.show.Fates.Waited;
import dev.assay.cli.terminal.Figures;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.WindowLog.Fate;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.WindowDraw;
import dev.assay.core.trace.TraceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Why a trace was, or was not, judged, from what is stored: the wish with its luck, the window's
 * draw, and what each evaluator made of it.
 *
 * @param policy the one in force now
 * @param waited the window's draw; null where there was none, or none yet
 * @param feedback what checks and judge said of this revision
 */
record Explanation(
    TraceRecord trace, SamplingPolicy policy, @Nullable Waited waited, List<Feedback> feedback) {
  Explanation {
    feedback = List.copyOf(feedback);
  }

  static Explanation of(
      TraceRecord trace, SamplingPolicy policy, @Nullable Waited waited, List<Feedback> feedback) {
    List<Feedback> own = feedback.stream().filter(one -> one.trace().equals(trace.key())).toList();
    return new Explanation(trace, policy, waited, own);
  }

  /**
   * Whether the luck that is stored is what policy and conversation give. True where the policy has
   * changed since, for its salt may have too.
   */
  boolean agrees() {
    var sampled = trace.sampling();
    boolean same = policy.version() == sampled.policyVersion();
    boolean kept = SampleHash.luck(sampled.hash()) <= sampled.probability();
    return kept == sampled.keep()
        && (!same || SampleHash.of(policy.salt(), trace.conversation()) == sampled.hash());
  }

  String words() {
    var sampled = trace.sampling();
    StringBuilder out = new StringBuilder();
    out.append(trace.key().id()).append(" is in: ");
    out.append(String.join(", ", sampled.tiers())).append(".\n");
    out.append(
        String.format(
            Locale.ROOT,
            "The highest rate counts: %s, of %s, under policy %d.%n",
            Figures.percent(sampled.rateBp() / 10_000.0),
            sampled.tiers().getFirst(),
            sampled.policyVersion()));
    out.append(
        String.format(
            Locale.ROOT,
            "The hash %014x of conversation %s gives it a luck of %.4f; up to %.4f it is wished:"
                + " %s.%n",
            sampled.hash(),
            trace.conversation(),
            SampleHash.luck(sampled.hash()),
            sampled.probability(),
            sampled.keep() ? "wished" : "not wished"));
    if (!agrees()) {
      out.append("That is not what the policy gives: somebody changed the salt or the record.\n");
    }
    out.append(windowWords());
    out.append("What became of it:\n");
    judgeLines(out);
    lines(out, Source.Type.CHECK);
    return out.toString();
  }

  private String windowWords() {
    Waited draw = waited;
    if (draw == null) {
      return trace.sampling().keep()
          ? "No window drew it: judging costs nothing, or its window is not decided yet.\n"
          : "";
    }
    return "It waited in the window of "
        + draw.window()
        + ", decided at "
        + draw.closed().at()
        + ": "
        + draw.closed().reason()
        + ".\nIts cell is "
        + draw.fate().draw().cell().key()
        + ", judging it may cost "
        + Figures.usd(draw.fate().candidate().upperUsd())
        + "; it was "
        + outcome(draw.fate()).words()
        + ".\n";
  }

  private static WindowDraw.Outcome outcome(Fate fate) {
    var waiting = fate.candidate();
    return new WindowDraw.Outcome(
        new dev.assay.core.sampling.Window.Candidate(
            waiting.trace().key().toString(),
            waiting.trace().hash(),
            waiting.trace().probability(),
            fate.draw().cell(),
            waiting.upperUsd()),
        fate.fate(),
        fate.rate(),
        fate.probability());
  }

  /** One word for the ledger where no evaluator of the judge has spoken. */
  private String unjudged() {
    Waited draw = waited;
    if (!trace.sampling().keep()) {
      return "sampled out";
    }
    if (draw == null) {
      return "not judged yet";
    }
    return draw.fate().fate() == WindowDraw.Fate.DRAWN ? "drawn, not judged yet" : "over budget";
  }

  private void judgeLines(StringBuilder out) {
    if (feedback.stream().noneMatch(one -> one.source().type() == Source.Type.JUDGE)) {
      out.append("  judge: ").append(unjudged()).append('\n');
    } else {
      lines(out, Source.Type.JUDGE);
    }
  }

  private void lines(StringBuilder out, Source.Type type) {
    for (Feedback one : feedback) {
      if (one.source().type() == type) {
        out.append("  ")
            .append(type == Source.Type.JUDGE ? "judge " : "check ")
            .append(one.assessment().key())
            .append(": ")
            .append(words(one, type))
            .append('\n');
      }
    }
  }

  private String words(Feedback one, Source.Type type) {
    String said =
        switch (one.assessment().verdict()) {
          case Verdict.Scored(Score score) ->
              (type == Source.Type.JUDGE ? "judged, " : "") + Figures.score(score.value());
          case Verdict.Unscored(String reason) -> "filtered: " + reason;
          case Verdict.Failed(Fault fault) -> "failed: " + fault.reason();
        };
    double usd = one.assessment().spend().costUsd();
    String cost = usd > 0 ? ", for " + Figures.usd(usd) : "";
    return said + cost + " (" + one.source().name() + "@" + one.source().version() + ")";
  }

  void write(ObjectNode json) {
    var sampled = trace.sampling();
    json.put("trace_id", trace.key().id().value());
    json.put("revision", trace.key().revision());
    json.put("conversation_id", trace.conversation());
    var tiers = json.putArray("tiers");
    sampled.tiers().forEach(tiers::add);
    json.put("rate_bp", sampled.rateBp());
    json.put("probability", sampled.probability());
    json.put("policy_version", sampled.policyVersion());
    json.put("hash", String.format(Locale.ROOT, "%014x", sampled.hash()));
    json.put("luck", SampleHash.luck(sampled.hash()));
    json.put("keep", sampled.keep());
    json.put("agrees", agrees());
    Waited draw = waited;
    if (draw != null) {
      write(json.putObject("window"), draw);
    }
    decisions(json.putArray("decisions"));
  }

  private static void write(ObjectNode json, Waited draw) {
    Instant window = draw.window();
    json.put("start", window.toString());
    json.put("decided_at", draw.closed().at().toString());
    json.put("reason", draw.closed().reason());
    json.put("lowered", draw.closed().parameters().lowered());
    json.put("cell", draw.fate().draw().cell().key());
    json.put("upper_usd", draw.fate().candidate().upperUsd());
    json.put("fate", draw.fate().fate().name().toLowerCase(Locale.ROOT));
    json.put("rate", draw.fate().rate());
    json.put("final_probability", draw.fate().probability());
    json.put("words", outcome(draw.fate()).words());
  }

  private void decisions(ArrayNode list) {
    boolean judged = false;
    for (Feedback one : feedback) {
      judged |= one.source().type() == Source.Type.JUDGE;
      if (one.source().type() == Source.Type.JUDGE || one.source().type() == Source.Type.CHECK) {
        decision(list.addObject(), one);
      }
    }
    if (!judged) {
      list.addObject().put("by", "judge").put("decision", unjudged().replace(' ', '_'));
    }
  }

  private static void decision(ObjectNode json, Feedback one) {
    json.put("by", one.source().type().name().toLowerCase(Locale.ROOT));
    json.put("key", one.assessment().key());
    json.put("name", one.source().name()).put("version", one.source().version());
    switch (one.assessment().verdict()) {
      case Verdict.Scored(Score score) ->
          json.put("decision", "judged").put("score", score.value());
      case Verdict.Unscored(String reason) ->
          json.put("decision", "filtered").put("reason", reason);
      case Verdict.Failed(Fault fault) ->
          json.put("decision", "failed").put("reason", fault.reason());
    }
    json.put("cost_usd", one.assessment().spend().costUsd());
  }
}
