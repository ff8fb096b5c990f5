package dev.assay.cli;

import dev.assay.aws.Adapters;
import dev.assay.cli.agreement.RejudgeJson;
import dev.assay.cli.agreement.RejudgePage;
import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.input.Since;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Progress;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.Rejudge;
import dev.assay.core.judge.RejudgePlan;
import dev.assay.core.judge.RejudgeResult;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.RubricStore;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.models.JudgeModels;
import dev.assay.wire.JsonTraceFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** Judges traces again by the judge as it is configured now. */
@Command(
    name = "rejudge",
    mixinStandardHelpOptions = true,
    description = {
      "Judges traces again that were scored before, by the rubrics and the model as they are now,",
      "and shows what that changes. The earlier scores stay. What it can cost is shown first, and",
      "asked for on a terminal; elsewhere --yes is needed. Exit code 1 when the project's cap does",
      "not allow it, or when it was declined."
    },
    footer = {
      "",
      "Examples:",
      "  assay rejudge --since 7d --rubric faithfulness --dry-run",
      "  assay rejudge --since 2026-11-01 --rubric tone,answered --limit 200 --yes",
    })
final class RejudgeCommand implements Callable<Integer> {
  private static final String MODEL = "ASSAY_JUDGE_MODEL";
  private static final String CALLS = "ASSAY_JUDGE_CALLS_AT_ONCE";
  private static final int CALLS_AT_ONCE = 8;

  private final Surroundings surroundings;

  @Option(
      names = "--since",
      required = true,
      paramLabel = "DATE|TIME",
      description = "Traces that began since, such as 2026-11-01, 36h or 7d.")
  private String since = "";

  @Option(
      names = "--rubric",
      required = true,
      split = ",",
      paramLabel = "ID",
      description = "One or more rubrics that the project asks.")
  private List<String> rubrics = List.of();

  @Option(names = "--project", description = "Project; default: default.")
  private String project = "default";

  @Option(names = "--limit", description = "Most traces: a sample by hash. Default 1000.")
  private int limit = 1_000;

  @Option(
      names = "--model",
      paramLabel = "SPEC",
      description = "As in ASSAY_JUDGE_MODEL, which it outranks; see docs/judge.md.")
  private @Nullable String spec;

  @Option(names = "--dry-run", description = "Shows what would be done and cost, and asks nobody.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Does it without asking.")
  private boolean yes;

  @Option(names = "--over-budget", description = "Does it though the project's cap forbids it.")
  private boolean overBudget;

  @Option(names = "--json", description = "Prints one JSON document.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  RejudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Instant from = Since.read("--since", since, surroundings.clock().instant());
    if (limit < 1) {
      throw new WrongInput("--limit: expected 1 or more, got " + limit);
    }
    Set<String> keys = new TreeSet<>(rubrics);
    try (Connection open = connection.open(surroundings)) {
      Adapters adapters = open.adapters();
      Judge judge = judge(adapters.rubricStore(), keys);
      Rejudge rejudge = new Rejudge(ports(adapters), surroundings.clock(), callsAtOnce());
      RejudgePlan plan = rejudge.plan(judge, project, keys, from, limit);
      ObjectNode document = RejudgeJson.write(plan);
      (json ? surroundings.err() : surroundings.out()).print(RejudgePage.write(plan));
      int code = may(plan);
      if (code == Exit.DONE && !dryRun && !plan.traces().isEmpty()) {
        RejudgeResult result = run(rejudge, judge, plan);
        RejudgeJson.add(document, result);
        (json ? surroundings.err() : surroundings.out()).print(RejudgePage.write(result));
        code = result.stopped() > 0 ? Exit.NO : result.later() > 0 ? Exit.OUTSIDE : Exit.DONE;
      }
      if (json) {
        surroundings.out().println(document);
      }
      return code;
    }
  }

  private RejudgeResult run(Rejudge rejudge, Judge judge, RejudgePlan plan) {
    try (Progress progress = Progress.start(surroundings, "judging", plan.traces().size())) {
      return rejudge.run(judge, plan, overBudget, progress::at);
    }
  }

  /** {@link Exit#DONE} where it may go on. */
  private int may(RejudgePlan plan) {
    if (dryRun || plan.traces().isEmpty()) {
      return Exit.DONE;
    }
    if (!overBudget && !plan.fits()) {
      surroundings.say(
          "The cap on judging does not allow it: --limit takes fewer, --over-budget goes on.");
      return Exit.NO;
    }
    if (yes) {
      return Exit.DONE;
    }
    if (!surroundings.errIsTerminal()) {
      throw new WrongInput(
          "--yes: expected where nobody can be asked; --dry-run shows the cost alone");
    }
    return agreed() ? Exit.DONE : Exit.NO;
  }

  private boolean agreed() {
    surroundings.err().print("Judge them again? [y/N] ");
    surroundings.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
              .readLine();
      return answer != null
          && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Judge judge(RubricStore store, Set<String> keys) {
    String asked =
        spec == null ? surroundings.environment().getOrDefault(MODEL, JudgeModels.EVIDENCE) : spec;
    Set<String> known =
        asked.equals(JudgeModels.EVIDENCE)
            ? Set.of(EvidenceJudge.KEY)
            : new TreeSet<>(store.active(project).rubrics().stream().map(Rubric::id).toList());
    for (String key : keys) {
      if (!known.contains(key)) {
        throw new WrongInput(
            "--rubric: expected one of "
                + String.join(", ", known)
                + ", which judge "
                + asked
                + " is asked in project "
                + project
                + ", got "
                + key);
      }
    }
    try {
      return JudgeModels.judges(asked, surroundings.environment(), store).of(project);
    } catch (IllegalArgumentException e) {
      throw new WrongInput((spec == null ? MODEL : "--model") + ": " + e.getMessage());
    }
  }

  private Rejudge.Ports ports(Adapters adapters) {
    return new Rejudge.Ports(
        adapters.feedbackLog(),
        adapters.traceArchive(),
        JsonTraceFormat.verbatim(surroundings.clock()),
        adapters.agentSettings(),
        adapters.policyStore(),
        adapters.ledger(),
        adapters.judgeLog(),
        adapters.lowScores());
  }

  private int callsAtOnce() {
    String text = surroundings.environment().get(CALLS);
    try {
      return text == null ? CALLS_AT_ONCE : Math.max(1, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new WrongInput(CALLS + ": expected a number, got " + text);
    }
  }
}
