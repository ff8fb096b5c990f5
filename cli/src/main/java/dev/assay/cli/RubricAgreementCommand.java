package dev.assay.cli;

import dev.assay.cli.agreement.AgreementJson;
import dev.assay.cli.agreement.AgreementPage;
import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.input.Since;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.core.judge.AgreementReport;
import dev.assay.core.judge.JudgeAgreement;
import dev.assay.core.judge.ProjectRubric;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.Thresholds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How far the judge and people agree, per rubric and version of the judge. */
@Command(
    name = "agreement",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the judge's scores with what people said by \"assay feedback ID KEY --score\" of"
          + " the",
      "same traces: confusion, kappa, AC1, TPR, TNR, reliability, and where the judge changed."
    },
    footer = {"", "Example:", "  assay rubric agreement faithfulness --since 30d"})
final class RubricAgreementCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "KEY",
      description = "The rubric's id; without it those that the project asks.")
  private @Nullable String key;

  @Option(
      names = "--since",
      paramLabel = "DATE|TIME",
      description = "Traces that began since, such as 2026-11-01, 36h or 7d; default 7d.")
  private String since = "7d";

  @Option(names = "--project", description = "Project; default: default.")
  private String project = "default";

  @Option(names = "--json", description = "Prints JSON Lines, one object for each rubric.")
  private boolean json;

  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  RubricAgreementCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Instant now = surroundings.clock().instant();
    Instant from = Since.read("--since", since, now);
    try (Connection open = connection.open(surroundings)) {
      JudgeAgreement agreement = new JudgeAgreement(open.adapters().feedbackLog());
      List<ProjectRubric> rubrics = open.adapters().rubricStore().of(project);
      List<String> pages = new ArrayList<>();
      for (String one : keys(rubrics)) {
        AgreementReport report = agreement.of(project, one, thresholds(rubrics, one), from, now);
        pages.add(
            json ? AgreementJson.write(report) + "\n" : AgreementPage.write(surroundings, report));
      }
      surroundings.out().print(String.join(json ? "" : "\n", pages));
    }
    return Exit.DONE;
  }

  private List<String> keys(List<ProjectRubric> rubrics) {
    if (key != null) {
      return List.of(key);
    }
    return rubrics.stream().filter(ProjectRubric::on).map(one -> one.rubric().id()).toList();
  }

  /** A key without a rubric is a program's own judge, which passes as most do. */
  private static Thresholds thresholds(List<ProjectRubric> rubrics, String key) {
    return rubrics.stream()
        .map(ProjectRubric::rubric)
        .filter(rubric -> rubric.id().equals(key))
        .map(Rubric::thresholds)
        .findFirst()
        .orElse(Thresholds.DEFAULT);
  }
}
