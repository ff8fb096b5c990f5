package dev.assay.cli;

import dev.assay.cli.connect.Connection;
import dev.assay.cli.connect.ConnectionOptions;
import dev.assay.cli.rubric.RubricFile;
import dev.assay.cli.terminal.Exit;
import dev.assay.cli.terminal.Figures;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.TextTable;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.judge.ProjectRubric;
import dev.assay.core.judge.Rubric;
import dev.assay.wire.Mappers;
import dev.assay.wire.judge.BuiltInRubrics;
import dev.assay.wire.judge.RubricJson;
import dev.assay.wire.judge.RubricReading;
import dev.assay.wire.judge.RubricReading.Mistake;
import dev.assay.wire.judge.RubricYaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The checklists that a judge's model is asked, and which of them a project asks. */
@Command(
    name = "rubric",
    mixinStandardHelpOptions = true,
    description = "Checklists for the judge: written, tried, and switched on.",
    footer = {
      "",
      "Example:",
      "  assay rubric show tone --built-in > mine.yaml",
      "  assay rubric lint mine.yaml",
      "  assay rubric try mine.yaml --file traces.jsonl",
      "  assay rubric set mine.yaml --project shop"
    })
final class RubricCommand implements Runnable {
  private static final String PROJECT = "Project; default: default.";

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  RubricCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "rubric: expected lint, try, list, show, set, on, off or agreement");
    }
  }

  @Command(
      name = "lint",
      mixinStandardHelpOptions = true,
      description = "Says what is wrong (exit code 2) or doubtful (0) in a rubric's file.",
      footer = {"", "Example:", "  assay rubric lint mine.yaml"})
  int lint(
      @Parameters(paramLabel = "FILE", description = "The rubric as YAML.") String name,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json) {
    RubricFile file = RubricFile.open(surroundings, name);
    if (json) {
      surroundings.out().println(lintJson(file));
      return file.reading() instanceof RubricReading.Read ? Exit.DONE : Exit.WRONG_INPUT;
    }
    RubricReading.Read read = file.rubric();
    List<Mistake> doubts = tellDoubts(file, read);
    Rubric rubric = read.rubric();
    String found = doubts.isEmpty() ? "" : ", " + Figures.count(doubts.size(), "doubt", "doubts");
    surroundings
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: rubric %s, version %s, %s%s",
                name,
                rubric.id(),
                rubric.version(),
                Figures.count(rubric.items().size(), "item", "items"),
                found));
    return Exit.DONE;
  }

  private List<Mistake> tellDoubts(RubricFile file, RubricReading.Read read) {
    List<Mistake> doubts = RubricFile.doubts(read);
    doubts.forEach(doubt -> surroundings.say(file.line(doubt) + " (doubtful)"));
    return doubts;
  }

  private static ObjectNode lintJson(RubricFile file) {
    ObjectNode json = Mappers.JSON.createObjectNode().put("file", file.name());
    ArrayNode errors = json.putArray("errors");
    ArrayNode doubts = json.putArray("doubts");
    switch (file.reading()) {
      case RubricReading.Read read -> {
        json.put("id", read.rubric().id()).put("version", read.rubric().version());
        RubricFile.doubts(read).forEach(doubt -> add(doubts, doubt));
      }
      case RubricReading.Refused refused ->
          refused.mistakes().forEach(mistake -> add(errors, mistake));
    }
    return json;
  }

  private static void add(ArrayNode to, Mistake mistake) {
    to.addObject()
        .put("line", mistake.line())
        .put("field", mistake.field())
        .put("message", mistake.message());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "All rubrics of a project, and which of them are asked of its sampled traces. The embedded",
        "evidence judge asks none: it knows faithfulness alone."
      },
      footer = {"", "Example:", "  assay rubric list --project shop"})
  int list(
      @Option(names = "--project", defaultValue = "default", description = PROJECT) String project,
      @Option(names = "--built-in", description = "Those that Assay brings, without any service.")
          boolean builtIn,
      @Option(names = "--json", description = "Prints JSON Lines.") boolean json,
      @Mixin ConnectionOptions connection) {
    List<ProjectRubric> rubrics = rubrics(project, builtIn, connection);
    TextTable table = new TextTable("rubric", "asked", "from", "items", "looks at", "version");
    for (ProjectRubric one : rubrics) {
      Rubric rubric = one.rubric();
      String from = one.own() ? "project" : "Assay";
      String looksAt = rubric.looksAt().name().toLowerCase(Locale.ROOT);
      if (json) {
        surroundings
            .out()
            .println(
                Mappers.JSON
                    .createObjectNode()
                    .put("id", rubric.id())
                    .put("asked", one.on())
                    .put("own", one.own())
                    .put("items", rubric.items().size())
                    .put("looks_at", looksAt)
                    .put("needs_reference", rubric.needsReference())
                    .put("version", rubric.version()));
      }
      table.row(
          rubric.id(),
          one.on() ? "yes" : rubric.needsReference() ? "no, needs a reference" : "no",
          from,
          Integer.toString(rubric.items().size()),
          looksAt,
          rubric.version());
    }
    if (!json) {
      surroundings.out().print(table.text(""));
    }
    return Exit.DONE;
  }

  private List<ProjectRubric> rubrics(
      String project, boolean builtIn, ConnectionOptions connection) {
    if (builtIn) {
      return BuiltInRubrics.all().stream()
          .map(rubric ->
              new ProjectRubric(
                  rubric, BuiltInRubrics.ASKED_BY_DEFAULT.contains(rubric.id()), false))
          .toList();
    }
    try (Connection open = connection.open(surroundings)) {
      return open.adapters().rubricStore().of(project);
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints a rubric as the file that \"rubric set\" takes.",
      footer = {"", "Example:", "  assay rubric show tone --built-in > mine.yaml"})
  int show(
      @Parameters(paramLabel = "ID", description = "The rubric's id.") String id,
      @Option(names = "--project", defaultValue = "default", description = PROJECT) String project,
      @Option(names = "--built-in", description = "The one that Assay brings, without any service.")
          boolean builtIn,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json,
      @Mixin ConnectionOptions connection) {
    Optional<Rubric> found =
        rubrics(project, builtIn, connection).stream()
            .map(ProjectRubric::rubric)
            .filter(rubric -> rubric.id().equals(id))
            .findFirst();
    if (found.isEmpty()) {
      surroundings.say("No rubric " + id + "; \"assay rubric list\" names them.");
      return Exit.NO;
    }
    String text =
        json
            ? RubricJson.write(found.get()).put("version", found.get().version()) + "\n"
            : RubricYaml.write(found.get());
    surroundings.out().print(text);
    return Exit.DONE;
  }

  @Command(
      name = "set",
      mixinStandardHelpOptions = true,
      description = {
        "Stores a rubric for a project and asks it from now on, in place of one of the same id.",
        "Functions follow within a minute."
      },
      footer = {"", "Example:", "  assay rubric set mine.yaml --project shop"})
  int set(
      @Parameters(paramLabel = "FILE", description = "The rubric as YAML.") String name,
      @Option(names = "--project", defaultValue = "default", description = PROJECT) String project,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json,
      @Mixin ConnectionOptions connection) {
    RubricFile file = RubricFile.open(surroundings, name);
    RubricReading.Read read = file.rubric();
    tellDoubts(file, read);
    try (Connection open = connection.open(surroundings)) {
      open.adapters().rubricStore().save(project, read.rubric());
    } catch (IllegalArgumentException e) {
      throw new WrongInput(name + ": " + e.getMessage());
    }
    told(project, read.rubric().id(), true, json);
    return Exit.DONE;
  }

  @Command(
      name = "on",
      mixinStandardHelpOptions = true,
      description = "Asks a rubric from now on. Functions follow within a minute.",
      footer = {"", "Example:", "  assay rubric on tone --project shop"})
  int on(
      @Parameters(paramLabel = "ID", description = "The rubric's id.") String id,
      @Option(names = "--project", defaultValue = "default", description = PROJECT) String project,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json,
      @Mixin ConnectionOptions connection) {
    return turn(project, id, true, json, connection);
  }

  @Command(
      name = "off",
      mixinStandardHelpOptions = true,
      description = "Asks a rubric no more; it stays stored. Functions follow within a minute.",
      footer = {"", "Example:", "  assay rubric off tone --project shop"})
  int off(
      @Parameters(paramLabel = "ID", description = "The rubric's id.") String id,
      @Option(names = "--project", defaultValue = "default", description = PROJECT) String project,
      @Option(names = "--json", description = "Prints one JSON document.") boolean json,
      @Mixin ConnectionOptions connection) {
    return turn(project, id, false, json, connection);
  }

  private int turn(
      String project, String id, boolean on, boolean json, ConnectionOptions connection) {
    try (Connection open = connection.open(surroundings)) {
      if (!open.adapters().rubricStore().turn(project, id, on)) {
        surroundings.say("No rubric " + id + "; \"assay rubric list\" names them.");
        return Exit.NO;
      }
    }
    told(project, id, on, json);
    return Exit.DONE;
  }

  private void told(String project, String id, boolean on, boolean json) {
    if (json) {
      surroundings
          .out()
          .println(
              Mappers.JSON
                  .createObjectNode()
                  .put("project", project)
                  .put("id", id)
                  .put("asked", on));
    } else {
      String asked = on ? " is asked of " : " is asked no more of ";
      surroundings.out().println("Rubric " + id + asked + project + " within a minute.");
    }
  }
}
