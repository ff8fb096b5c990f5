package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.input.SettingsOptions;
import dev.assay.cli.show.Fates;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.AgentSettingsStore;
import dev.assay.core.sampling.PolicyStore;
import dev.assay.core.sampling.SamplingPolicy;
import dev.assay.core.sampling.Tier;
import dev.assay.core.trace.TraceRecord;
import dev.assay.wire.AgentSettingsJson;
import dev.assay.wire.Mappers;
import dev.assay.wire.PolicyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/**
 * The sampling policy: which traces a judge sees, what that may cost, what is redacted; and what
 * the checks are told about an agent.
 */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Shows, sets and explains the sampling policy, and what is told of an agent.",
    footer = {
      "",
      "Example:",
      "  assay policy show --json > policy.json",
      "  assay policy set policy.json",
      "  assay policy explain call-4711"
    })
final class PolicyCommand implements Runnable {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  PolicyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "policy: expected show, set, agent or explain");
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows the policy in force.",
      footer = {"", "Example:", "  assay policy show"})
  int show(
      @Option(names = "--json", description = "The document that \"policy set\" takes.")
          boolean json,
      @Mixin ConnectionOptions connection) {
    try (Connection open = connection.open(surroundings)) {
      SamplingPolicy policy = open.adapters().policyStore().current();
      if (json) {
        surroundings.out().println(PolicyJson.write(policy).toPrettyString());
      } else {
        surroundings.out().print(words(policy));
      }
    }
    return Exit.DONE;
  }

  private static String words(SamplingPolicy policy) {
    StringBuilder out = new StringBuilder("Policy " + policy.version() + "\n");
    for (Tier tier : Tier.values()) {
      out.append(
          String.format(
              java.util.Locale.ROOT,
              "  %-12s %8s%n",
              tier.wireName(),
              Figures.percent(policy.rate(tier) / (double) SamplingPolicy.ALWAYS)));
    }
    out.append("  a flow is new for ").append(policy.newFlowDays()).append(" days\n");
    out.append("  a rating is low below ").append(policy.lowCsatBelow()).append('\n');
    out.append("  judging may cost ")
        .append(Figures.percent(policy.budget().share()))
        .append(" of the agents' inference\n");
    out.append("  not redacted: ")
        .append(
            policy.redactionOff().isEmpty()
                ? "nothing"
                : String.join(", ", policy.redactionOff().stream().sorted().toList()))
        .append('\n');
    return out.toString();
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = {
        "Stores a document as the next version. What it does not say stays as it is; functions",
        "follow within a minute."
      },
      footer = {"", "Example:", "  assay policy set policy.json"})
  int set(
      @Parameters(paramLabel = "FILE", description = "The policy as JSON.") String file,
      @Option(names = "--json", description = "Prints what is in force now.") boolean json,
      @Mixin ConnectionOptions connection) {
    String document = document(file);
    try (Connection open = connection.open(surroundings)) {
      PolicyStore store = open.adapters().policyStore();
      SamplingPolicy before = store.current();
      SamplingPolicy next = next(file, document, before);
      if (!store.save(next)) {
        surroundings.say("Somebody else stored version " + next.version() + " meanwhile.");
        return Exit.NO;
      }
      if (json) {
        surroundings.out().println(PolicyJson.write(next).toPrettyString());
      } else {
        surroundings.out().println("Policy " + next.version() + " is in force within a minute.");
      }
      return Exit.DONE;
    }
  }

  private String document(String file) {
    try {
      return Files.readString(surroundings.file(file));
    } catch (IOException e) {
      throw new WrongInput(file + ": cannot be read");
    }
  }

  private static SamplingPolicy next(String file, String document, SamplingPolicy before) {
    SamplingPolicy read;
    try {
      read = PolicyJson.read(document, before);
    } catch (IllegalArgumentException e) {
      throw new WrongInput(file + ": " + e.getMessage());
    }
    int version = before.version() + 1;
    if (read.version() != before.version() && read.version() != version) {
      throw new WrongInput(
          file
              + ": version: expected "
              + before.version()
              + ", the one in force, got "
              + read.version());
    }
    return new SamplingPolicy(
        version,
        read.salt(),
        read.rates(),
        read.newFlowDays(),
        read.lowCsatBelow(),
        read.budget(),
        read.redactionOff());
  }

  @Command(
      name = "agent",
      mixinStandardHelpOptions = true,
      description = {
        "Shows what the checks and the judge are told about an agent; with --evidence or --silence",
        "replaces all of it, with --clear removes it. Functions follow within a minute."
      },
      footer = {"", "Example:", "  assay policy agent airline --evidence prices.json"})
  int agent(
      @Parameters(paramLabel = "AGENT", description = "The agent's name.") String agent,
      @Option(names = "--project", defaultValue = "default", description = "Default: default.")
          String project,
      @Mixin SettingsOptions told,
      @Option(names = "--clear", description = "Removes what was told.") boolean clear,
      @Mixin ConnectionOptions connection) {
    if (clear && !told.isEmpty()) {
      throw new WrongInput("--clear: expected alone, got it with --evidence or --silence");
    }
    AgentSettings next = told.read(surroundings);
    try (Connection open = connection.open(surroundings)) {
      AgentSettingsStore store = open.adapters().agentSettings();
      if (clear || !told.isEmpty()) {
        save(store, project, agent, next);
      }
      surroundings
          .out()
          .println(AgentSettingsJson.write(store.of(project, agent)).toPrettyString());
    }
    return Exit.DONE;
  }

  private static void save(
      AgentSettingsStore store, String project, String agent, AgentSettings next) {
    try {
      store.save(project, agent, next);
    } catch (IllegalArgumentException e) {
      throw new WrongInput("--" + e.getMessage());
    }
  }

  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description =
          "Says why a trace was, or was not, judged: its tiers, its window, what became of it.",
      footer = {"", "Example:", "  assay policy explain call-4711"})
  int explain(
      @Parameters(paramLabel = "TRACE", description = "The trace's id.") String id,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json,
      @Mixin ConnectionOptions connection) {
    var trace = TraceCommand.traceId(id);
    try (Connection open = connection.open(surroundings)) {
      Optional<TraceRecord> found = open.adapters().traceArchive().find(trace);
      if (found.isEmpty()) {
        surroundings.say("No trace " + id + " in " + open.where() + ".");
        return Exit.NO;
      }
      Explanation explanation =
          Explanation.of(
              found.get(),
              open.adapters().policyStore().current(),
              found.get().sampling().keep()
                  ? Fates.of(found.get(), open.adapters().windowLog()).orElse(null)
                  : null,
              open.adapters().feedbackLog().of(trace));
      if (json) {
        ObjectNode document = Mappers.JSON.createObjectNode();
        explanation.write(document);
        surroundings.out().println(document);
      } else {
        surroundings.out().print(explanation.words());
      }
      return Exit.DONE;
    }
  }
}
