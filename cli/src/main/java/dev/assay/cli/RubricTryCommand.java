package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.input.Entry;
import dev.assay.cli.input.Format;
import dev.assay.cli.input.TraceFile;
import dev.assay.cli.rubric.RubricFile;
import dev.assay.cli.rubric.Trial;
import dev.assay.cli.rubric.TrialJson;
import dev.assay.cli.rubric.TrialPage;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.JudgeModel;
import dev.assay.core.judge.Rubric;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import dev.assay.models.JudgeModels;
import dev.assay.wire.JsonTraceFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Tries a rubric on one trace before it goes live. */
@Command(
    name = "try",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a rubric asks about a trace and what that costs at most, then asks, and shows",
      "the answer to each item. Nothing is stored. Exit code 1 when the trace holds nothing that",
      "the rubric looks at."
    },
    footer = {
      "",
      "Examples:",
      "  assay rubric try mine.yaml --trace call-4711 --model bedrock:MODEL_ID",
      "  assay rubric try mine.yaml --file traces.jsonl --dry-run",
    })
final class RubricTryCommand implements Callable<Integer> {
  private static final String MODEL = "ASSAY_JUDGE_MODEL";

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "The rubric as YAML.")
  private String file = "";

  @Option(names = "--trace", paramLabel = "ID", description = "A stored trace, or one of --file.")
  private String id = "";

  @Option(
      names = "--file",
      paramLabel = "TRACES|-",
      description = "A file of traces instead of the stored ones; the first, or that of --trace.")
  private String traces = "";

  @Option(names = "--format", description = "Of --file: auto, assay, tau or sgd; default auto.")
  private Format format = Format.AUTO;

  @Option(
      names = "--reference",
      paramLabel = "TEXT",
      description = "The right answer, for rubrics that need one.")
  private @Nullable String reference;

  @Option(
      names = "--model",
      paramLabel = "SPEC",
      description = "As in ASSAY_JUDGE_MODEL, which it outranks; see docs/judge.md.")
  private @Nullable String spec;

  @Option(names = "--dry-run", description = "Shows prompt and cost, and asks nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  RubricTryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Rubric rubric = RubricFile.open(surroundings, file).rubric().rubric();
    if (rubric.needsReference() && reference == null) {
      throw new WrongInput("--reference: expected the right answer, which " + file + " needs");
    }
    JudgeModel model = model();
    Trial trial = Trial.of(rubric, trace(), reference, model);
    if (!trial.isDue()) {
      surroundings.say(
          "Nothing to judge: trace "
              + trial.trace().id()
              + (trial.trace().usesTools()
                  ? " holds no word of the agent's."
                  : " holds no word or no call of the agent's."));
      return Exit.NO;
    }
    return json ? asJson(trial, model != null) : asPage(trial, model != null);
  }

  private @Nullable JudgeModel model() {
    String asked = spec == null ? surroundings.environment().get(MODEL) : spec;
    if (asked == null || asked.equals(JudgeModels.EVIDENCE)) {
      return null;
    }
    try {
      return JudgeModels.model(asked, surroundings.environment());
    } catch (IllegalArgumentException e) {
      throw new WrongInput((spec == null ? MODEL : "--model") + ": " + e.getMessage());
    }
  }

  private int asPage(Trial trial, boolean canAsk) {
    TrialPage page = new TrialPage(surroundings, trial);
    surroundings.out().print(page.before());
    if (dryRun) {
      return Exit.DONE;
    }
    if (!canAsk) {
      return noModel();
    }
    surroundings.out().flush();
    Trial.Result result = trial.ask();
    surroundings.out().print(page.after(result));
    return code(result);
  }

  private int asJson(Trial trial, boolean canAsk) {
    ObjectNode document = TrialJson.before(trial);
    int code = Exit.DONE;
    if (!dryRun && canAsk) {
      Trial.Result result = trial.ask();
      TrialJson.after(document, trial, result);
      code = code(result);
    }
    surroundings.out().println(document);
    return dryRun || canAsk ? code : noModel();
  }

  private int noModel() {
    surroundings.say(
        "assay rubric try: --model: expected openai:URL#model, anthropic:MODEL or bedrock:MODEL_ID,"
            + " here or in "
            + MODEL
            + ", got none: the evidence judge asks no rubric. --dry-run shows prompt and cost"
            + " alone.");
    return Exit.WRONG_INPUT;
  }

  private static int code(Trial.Result result) {
    return result.assessment().verdict() instanceof Verdict.Failed ? Exit.OUTSIDE : Exit.DONE;
  }

  private Trace trace() {
    if (!traces.isEmpty()) {
      return ofFile();
    }
    if (id.isEmpty()) {
      throw new WrongInput("--trace: expected the id of a stored trace, or --file with traces");
    }
    TraceId trace = TraceCommand.traceId(id);
    try (Connection open = connection.open(surroundings)) {
      var archive = open.adapters().traceArchive();
      var stored =
          archive
              .find(trace)
              .orElseThrow(() -> new WrongInput("--trace: no trace " + id + " in " + open.where()));
      Trace read =
          JsonTraceFormat.verbatim(surroundings.clock())
              .restore(archive.read(List.of(stored.pointer())).getFirst());
      // As the judge sees it: with what was told of the agent.
      return open.adapters().agentSettings().of(read.project(), read.agent().name()).addTo(read);
    }
  }

  private Trace ofFile() {
    try (TraceFile input = TraceFile.open(surroundings, traces, format)) {
      for (Optional<Entry> next = input.next(); next.isPresent(); next = input.next()) {
        switch (next.get()) {
          case Entry.Valid valid -> {
            if (id.isEmpty() || valid.trace().id().value().equals(id)) {
              return valid.trace();
            }
          }
          case Entry.Invalid wrong -> throw new WrongInput(wrong.toString());
        }
      }
    }
    throw new WrongInput(traces + ": expected " + (id.isEmpty() ? "a trace" : "trace " + id));
  }
}
