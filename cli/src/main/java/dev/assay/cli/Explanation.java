package dev.assay.cli;

import dev.assay.cli.terminal.Figures;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.sampling.SampleHash;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.trace.TraceRecord;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sampling decision made again from what is stored.
 *
 * @param draw the conversation's place in the hash's space, 0 to 1
 * @param bound from here on conversations are chosen
 * @param samePolicy whether the decision's policy is still the one in force; only then is the salt
 *     known to be the same
 * @param judge what became of it, in words
 */
record Explanation(
    TraceRecord trace,
    SamplingPolicy policy,
    double draw,
    double bound,
    boolean samePolicy,
    String judge) {

  static Explanation of(TraceRecord trace, SamplingPolicy policy, List<Feedback> feedback) {
    long hash = SampleHash.of(policy.salt(), trace.conversation());
    long threshold = SampleHash.threshold(trace.sampling().rateBp());
    return new Explanation(
        trace,
        policy,
        1 - SampleHash.probability(hash),
        1 - SampleHash.probability(threshold),
        policy.version() == trace.sampling().policyVersion(),
        judge(trace, feedback));
  }

  private static String judge(TraceRecord trace, List<Feedback> feedback) {
    for (Feedback one : feedback) {
      if (one.source().type() == Source.Type.JUDGE && one.trace().equals(trace.key())) {
        return switch (one.assessment().verdict()) {
          case Verdict.Scored(Score score) -> "judged: " + Figures.score(score.value());
          case Verdict.Unscored(String reason) -> "not scored: " + reason;
          case Verdict.Failed(Fault fault) -> "the judge failed: " + fault.reason();
        };
      }
    }
    return trace.sampling().keep() ? "not judged yet" : "not judged";
  }

  /** Whether the decision made again is the one that was stored. */
  boolean agrees() {
    return draw >= bound == trace.sampling().keep();
  }

  String words() {
    var sampling = trace.sampling();
    StringBuilder out = new StringBuilder();
    out.append(trace.key().id()).append(" is in: ");
    out.append(String.join(", ", sampling.tiers())).append(".\n");
    out.append(
        String.format(
            Locale.ROOT,
            "The highest rate counts: %s, of %s, under policy %d.%n",
            Figures.percent(sampling.rateBp() / 10_000.0),
            sampling.tiers().getFirst(),
            sampling.policyVersion()));
    if (samePolicy) {
      out.append(
          String.format(
              Locale.ROOT,
              "The hash of conversation %s draws %.4f; from %.4f on it is chosen: %s.%n",
              trace.conversation(),
              draw,
              bound,
              draw >= bound ? "chosen" : "not chosen"));
      if (!agrees()) {
        out.append("That is not what was stored: somebody changed the salt or the record.\n");
      }
    } else {
      out.append(
          "It was "
              + (sampling.keep() ? "chosen" : "not chosen")
              + "; policy "
              + policy.version()
              + " is in force by now, so its hash is not drawn again.\n");
    }
    return out.append("What became of it: ").append(judge).append(".\n").toString();
  }

  void write(ObjectNode json) {
    json.put("trace_id", trace.key().id().value());
    json.put("conversation_id", trace.conversation());
    var tiers = json.putArray("tiers");
    trace.sampling().tiers().forEach(tiers::add);
    json.put("rate_bp", trace.sampling().rateBp());
    json.put("probability", trace.sampling().probability());
    json.put("policy_version", trace.sampling().policyVersion());
    json.put("keep", trace.sampling().keep());
    if (samePolicy) {
      json.put("draw", draw);
      json.put("chosen_from", bound);
      json.put("agrees", agrees());
    }
    json.put("judge", judge);
  }
}
