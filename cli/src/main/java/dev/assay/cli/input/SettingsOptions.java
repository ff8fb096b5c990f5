package dev.assay.cli.input;

import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.check.AgentSettings;
import dev.assay.core.check.commitment.verdict.SilencedRule;
import dev.assay.core.trace.ContextDocument;
import dev.assay.wire.AgentSettingsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What is told about an agent on the command line: evidence and rules that are to be silent. */
public final class SettingsOptions {
  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description =
          "A policy as text or a price list as JSON that counts as evidence; may be repeated.")
  private List<String> evidence = List.of();

  @Option(
      names = "--silence",
      split = ",",
      paramLabel = "TYPE/VERDICT",
      description =
          "A rule of the commitment check that is to be silent: ACTION/ghost, SLA/*, */stale.")
  private List<String> silence = List.of();

  /** True when nothing was told. */
  public boolean isEmpty() {
    return evidence.isEmpty() && silence.isEmpty();
  }

  /**
   * Reads what was told.
   *
   * @throws WrongInput naming the file or rule
   */
  public AgentSettings read(Surroundings surroundings) {
    return new AgentSettings(documents(surroundings), rules());
  }

  private List<ContextDocument> documents(Surroundings surroundings) {
    List<ContextDocument> documents = new ArrayList<>();
    for (String file : evidence) {
      Path path = surroundings.file(file);
      try {
        String title = String.valueOf(path.getFileName());
        documents.add(AgentSettingsJson.document(title, Files.readString(path)));
      } catch (IOException e) {
        throw new WrongInput(file + ": cannot be read as text");
      }
    }
    return documents;
  }

  private Set<SilencedRule> rules() {
    Set<SilencedRule> rules = new LinkedHashSet<>();
    for (String rule : silence) {
      try {
        rules.add(SilencedRule.parse(rule));
      } catch (IllegalArgumentException e) {
        throw new WrongInput("--silence: " + e.getMessage());
      }
    }
    return rules;
  }
}
