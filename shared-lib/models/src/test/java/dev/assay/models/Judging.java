package dev.assay.models;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Controls;
import dev.assay.core.judge.Marks;
import dev.assay.core.judge.Prompt;
import dev.assay.core.judge.Questionnaire;
import dev.assay.core.judge.Rubric;
import dev.assay.core.trace.Agent;
import dev.assay.core.trace.Json;
import dev.assay.core.trace.Outcome;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Timing;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.core.trace.Usage;
import dev.assay.wire.JsonValues;
import dev.assay.wire.judge.BuiltInRubrics;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What the tests of both providers share. */
final class Judging {
  private Judging() {}

  static Trace trace() {
    return new Trace(
        new TraceId("t1"),
        "t1",
        "default",
        new Agent("desk", null, null, null, null),
        "test",
        "chat",
        null,
        "en",
        ZoneOffset.UTC,
        Instant.EPOCH,
        null,
        List.of(
            new Step.UserTurn("Cancel my order", List.of(), Timing.UNKNOWN, false),
            new Step.AgentTurn(
                "I have cancelled it, you get $42.10 back.", List.of(), Timing.UNKNOWN, false)),
        List.of(),
        List.of(),
        Usage.UNKNOWN,
        Outcome.UNKNOWN,
        List.of(),
        null);
  }

  /** A prompt that no trace has anything to do with. */
  static Prompt prompt() {
    Json schema =
        JsonValues.ofText(
            "{\"type\":\"object\",\"properties\":{\"ok\":{\"type\":\"boolean\"}},"
                + "\"required\":[\"ok\"],\"additionalProperties\":false}");
    return new Prompt(
        new Questionnaire(List.of(new Questionnaire.Section("ok", List.of("ok")))),
        "You check what is said.",
        "Private words of a customer.",
        schema,
        "m",
        false);
  }

  /** Every item passed but the one named, which fails with a quote. */
  static String answer(String failed) {
    return BuiltInRubrics.faithfulness().items().stream()
        .map(item -> member(item, item.id().equals(failed)))
        .collect(Collectors.joining(",", "{\"faithfulness\":{", "}," + controls() + "}"));
  }

  /** The control questions of the first mark of {@code Marks.from(new SplittableRandom(1))}. */
  private static String controls() {
    Controls controls = Controls.of(Marks.from(new SplittableRandom(1)).get());
    return controls.section().items().stream()
        .map(item -> "\"" + item + "\":" + controls.rightAnswers().get(item))
        .collect(Collectors.joining(",", "\"" + controls.section().id() + "\":{", "}"));
  }

  private static String member(Rubric.Item item, boolean fails) {
    boolean yes = (item.passesOn() == Rubric.Polarity.YES) != fails;
    String quote = fails ? "I have cancelled it" : "";
    return String.format(
        "\"%s\":{\"reason\":\"no call did it\",\"quote\":\"%s\",\"answer\":\"%s\"}",
        item.id(), quote, yes ? "yes" : "no");
  }

  static Fault faultOf(Assessment assessment) {
    return switch (assessment.verdict()) {
      case Verdict.Failed failed -> failed.fault();
      case Verdict.Scored scored -> throw new AssertionError("scored " + scored);
      case Verdict.Unscored unscored -> throw new AssertionError("unscored " + unscored);
    };
  }
}
