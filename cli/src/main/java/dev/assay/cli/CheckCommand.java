package dev.assay.cli;

import dev.assay.cli.input.Entry;
import dev.assay.cli.input.Format;
import dev.assay.cli.input.SettingsOptions;
import dev.assay.cli.input.TraceFile;
import dev.assay.cli.show.Verdicts;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Progress;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.CheckBatch;
import dev.assay.core.check.Checks;
import dev.assay.core.feedback.Evaluator;
import dev.assay.core.feedback.Feedback;
import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.TraceKey;
import dev.assay.wire.FeedbackJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the deterministic checks on a file, without any service and in constant memory. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Checks traces without any service: feedback as JSON Lines on standard output.",
      "Nothing is redacted and nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  assay check traces.jsonl --fail-on contradicted > feedback.jsonl",
      "  assay check traces.jsonl --evidence refunds.md --evidence prices.json --silence SLA/*",
    })
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;
  private final Map<String, Long> verdicts = new TreeMap<>();

  @Parameters(paramLabel = "FILE|-", description = "File of traces; - is standard input.")
  private String file = "";

  @Option(names = "--format", description = "auto, assay, tau or sgd; default auto.")
  private Format format = Format.AUTO;

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "VERDICT",
      description =
          "Exit code 1 when a commitment gets one of these: a verdict's name, alerted,"
              + " flagged, or any (alerted or flagged).")
  private List<String> failOn = List.of();

  @Mixin private SettingsOptions settings = new SettingsOptions();

  @Option(names = "--skip-invalid", description = "Exit code 0 although some are not valid.")
  private boolean skipInvalid;

  @Option(names = "--json", description = "Feedback alone: without the summary.")
  private boolean json;

  private long traces;
  private long invalid;
  private boolean failed;

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Set<String> failing = Verdicts.named(failOn);
    List<Evaluator> evaluators = Checks.standard();
    AgentSettings told = settings.read(surroundings);
    try (TraceFile input = TraceFile.open(surroundings, file, format);
        Progress progress = Progress.start(surroundings, "Checking", -1)) {
      for (Optional<Entry> next = input.next(); next.isPresent(); next = input.next()) {
        switch (next.get()) {
          case Entry.Valid trace -> check(trace, told, evaluators, failing);
          case Entry.Invalid wrong -> {
            invalid++;
            surroundings.say(wrong.toString());
          }
        }
        progress.by(1);
      }
    }
    surroundings.out().flush();
    if (!json) {
      summary();
    }
    if (invalid > 0 && !skipInvalid) {
      return Exit.WRONG_INPUT;
    }
    return failed ? Exit.NO : Exit.DONE;
  }

  private void check(
      Entry.Valid trace, AgentSettings told, List<Evaluator> evaluators, Set<String> failing) {
    traces++;
    TraceKey key = new TraceKey(trace.trace().id(), 1);
    for (Feedback feedback :
        CheckBatch.feedback(key, trace.trace(), told, evaluators, surroundings.clock().instant())) {
      surroundings.out().println(FeedbackJson.write(feedback));
      if (feedback.assessment().key().equals(Verdicts.COMMITMENTS)) {
        for (Finding finding : feedback.assessment().findings()) {
          verdicts.merge(finding.verdict(), 1L, Long::sum);
          failed |= failing.contains(finding.verdict());
        }
      }
    }
    if (surroundings.out().checkError()) {
      throw new WrongInput("standard output is closed");
    }
  }

  private void summary() {
    StringBuilder line = new StringBuilder(Figures.count(traces, "trace", "traces") + " checked");
    if (invalid > 0) {
      line.append(", ").append(invalid).append(" refused");
    }
    long commitments = verdicts.values().stream().mapToLong(Long::longValue).sum();
    line.append("; ").append(Figures.count(commitments, "commitment", "commitments"));
    verdicts.forEach((verdict, count) ->
        line.append(", ").append(count).append(' ').append(verdict.replace('_', ' ')));
    surroundings.say(line.toString());
  }
}
