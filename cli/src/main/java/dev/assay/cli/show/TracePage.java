package dev.assay.cli.show;

import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.feedback.Score;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One trace for people: conversation with its commitments marked in place, feedback, sampling. */
public final class TracePage {
  private static final int MOST_CHARS = 400;
  private static final String MARGIN = "                  ";

  private final Surroundings surroundings;
  private final TraceRecord stored;
  private final Trace trace;
  private final List<Feedback> feedback;
  private final StringBuilder page = new StringBuilder();

  private TracePage(
      Surroundings surroundings, TraceRecord stored, Trace trace, List<Feedback> feedback) {
    this.surroundings = surroundings;
    this.stored = stored;
    this.trace = trace;
    this.feedback = feedback;
  }

  /** The page's text. */
  public static String write(
      Surroundings surroundings, TraceRecord stored, Trace trace, List<Feedback> feedback) {
    TracePage page = new TracePage(surroundings, stored, trace, feedback);
    page.header();
    page.conversation();
    page.feedback();
    page.sampling();
    page.cost();
    return page.page.toString();
  }

  private void header() {
    line(surroundings.heading(stored.key().id().value()) + "  revision " + stored.key().revision());
    line(
        joined(
            "project " + stored.project(),
            "agent " + joinedBySpace(trace.agent().name(), trace.agent().version()),
            trace.agent().model(),
            trace.agent().variant(),
            trace.channel(),
            trace.flow() == null ? null : "flow " + trace.flow(),
            trace.locale()));
    line("started " + stored.startedAt() + ", received " + stored.receivedAt());
    line("");
  }

  private void conversation() {
    for (int i = 0; i < trace.steps().size(); i++) {
      step(i, trace.steps().get(i));
    }
    line("");
  }

  private void step(int index, Step step) {
    switch (step) {
      case Step.SystemPrompt prompt -> said(index, "system", cut(prompt.text()));
      case Step.UserTurn turn -> {
        said(index, "customer", turn.text());
        turn.calls().forEach(this::call);
      }
      case Step.AgentTurn turn -> {
        List<Finding> findings = findings(index);
        if (!turn.text().isEmpty() || turn.calls().isEmpty()) {
          said(index, "agent", marked(turn.text(), findings));
        } else {
          said(index, "agent", "");
        }
        for (Finding finding : findings) {
          if (Verdicts.isAlerted(finding.verdict()) || Verdicts.isFlagged(finding.verdict())) {
            line(MARGIN + "^ " + FindingLine.of(finding));
          }
        }
        turn.calls().forEach(this::call);
      }
      case Step.ToolResult result ->
          said(index, result.isError() ? "tool error" : "tool", cut(result.text()));
    }
  }

  private void said(int index, String who, String text) {
    String body = text.replace("\n", "\n" + MARGIN);
    line(String.format(Locale.ROOT, "%5s %-11s %s", "[" + index + "]", who, body).stripTrailing());
  }

  private void call(ToolCall call) {
    line(MARGIN + "calls " + call.name() + " " + cut(arguments(call.arguments())));
  }

  private static String arguments(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        List<String> parts = new ArrayList<>();
        members.forEach((name, value) -> parts.add(name + "=" + arguments(value)));
        yield String.join(" ", parts);
      }
      case Json.Arr(var items) -> items.stream().map(TracePage::arguments).toList().toString();
      case Json.Text(String value) -> value;
      case Json.Num(var value) -> value.toPlainString();
      case Json.Bool(boolean value) -> Boolean.toString(value);
      case Json.Null _ -> "null";
    };
  }

  private List<Finding> findings(int message) {
    return feedback.stream()
        .filter(one -> one.trace().revision() == stored.key().revision())
        .filter(one -> one.assessment().key().equals(Verdicts.COMMITMENTS))
        .flatMap(one -> one.assessment().findings().stream())
        .filter(finding -> finding.message() == message)
        .sorted(Comparator.comparingInt(Finding::start))
        .toList();
  }

  private String marked(String text, List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Finding finding : findings) {
      if (finding.start() >= at && finding.end() <= text.length()) {
        out.append(text, at, finding.start())
            .append(surroundings.marked(text.substring(finding.start(), finding.end())))
            .append(" {")
            .append(finding.verdict().replace('_', ' '))
            .append('}');
        at = finding.end();
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private void feedback() {
    line(surroundings.heading("Feedback"));
    if (feedback.isEmpty()) {
      line("  none yet");
    }
    for (Feedback one : feedback) {
      var assessment = one.assessment();
      line(
          String.format(
              Locale.ROOT,
              "  %-22s %-9s %s",
              assessment.key(),
              verdict(assessment.verdict()),
              joined(assessment.value(), words(assessment))));
      String source =
          one.source().type().wireName() + " " + one.source().name() + "@" + one.source().version();
      boolean older = one.trace().revision() != stored.key().revision();
      line(
          "                                   by "
              + source
              + (older ? ", of revision " + one.trace().revision() : ""));
    }
    line("");
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Scored(Score score) -> Figures.score(score.value());
      case Verdict.Unscored _ -> "unscored";
      case Verdict.Failed _ -> "failed";
    };
  }

  /** The comment, and the reason where it says something else. */
  private static String words(Assessment assessment) {
    String reason =
        switch (assessment.verdict()) {
          case Verdict.Scored _ -> "";
          case Verdict.Unscored(String why) -> why;
          case Verdict.Failed(Fault fault) -> fault.reason();
        };
    return reason.equals(assessment.comment()) ? reason : joined(reason, assessment.comment());
  }

  private void sampling() {
    var sampling = stored.sampling();
    line(surroundings.heading("Sampling"));
    line(
        "  tiers "
            + String.join(", ", sampling.tiers())
            + "; rate "
            + Figures.percent(sampling.rateBp() / 10_000.0)
            + " under policy "
            + sampling.policyVersion()
            + "; "
            + (sampling.keep() ? "chosen for the judge" : "not chosen"));
    line("");
  }

  private void cost() {
    Spend judge =
        feedback.stream().map(one -> one.assessment().spend()).reduce(Spend.NOTHING, Spend::plus);
    Double agent = stored.costUsd();
    line(surroundings.heading("Cost"));
    line(
        "  agent "
            + (agent == null ? "unknown" : Figures.usd(agent))
            + ", judging "
            + Figures.usd(judge.costUsd()));
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }

  private static String cut(String text) {
    String flat = text.replace('\n', ' ');
    return flat.length() <= MOST_CHARS
        ? flat
        : flat.substring(0, MOST_CHARS) + "… (" + flat.length() + " characters)";
  }

  private static String joined(@Nullable String... parts) {
    List<String> there = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        there.add(part);
      }
    }
    return String.join(" · ", there);
  }

  private static String joinedBySpace(String first, @Nullable String second) {
    return second == null ? first : first + " " + second;
  }
}
