package dev.assay.cli.rubric;

import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.judge.RubricLint;
import dev.assay.core.judge.RubricLint.Doubt;
import dev.assay.wire.judge.RubricReading;
import dev.assay.wire.judge.RubricReading.Mistake;
import dev.assay.wire.judge.RubricYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A rubric's file as the user named it.
 *
 * @param name as given
 */
public record RubricFile(String name, RubricReading reading) {
  /**
   * Reads a file.
   *
   * @throws WrongInput when there is none
   */
  public static RubricFile open(Surroundings surroundings, String name) {
    try {
      return new RubricFile(name, RubricYaml.read(Files.readString(surroundings.file(name))));
    } catch (IOException e) {
      throw new WrongInput(name + ": cannot be read as text");
    }
  }

  /**
   * The rubric.
   *
   * @throws WrongInput naming every mistake by file, line and field
   */
  public RubricReading.Read rubric() {
    return switch (reading) {
      case RubricReading.Read read -> read;
      case RubricReading.Refused refused -> throw new WrongInput(lines(refused.mistakes()));
    };
  }

  private String lines(List<Mistake> mistakes) {
    return String.join("\n", mistakes.stream().map(this::line).toList());
  }

  /** Such as {@code mine.yaml:12: items[2].weight: expected …}. */
  public String line(Mistake mistake) {
    return name + ":" + mistake;
  }

  /** What is doubtful in a valid file, in the order of its lines. */
  public static List<Mistake> doubts(RubricReading.Read read) {
    List<Mistake> doubts = new ArrayList<>();
    for (Doubt doubt : RubricLint.of(read.rubric())) {
      doubts.add(new Mistake(read.line(doubt.field()), doubt.field(), doubt.words()));
    }
    if (!read.gives("thresholds")) {
      String pass = "none given: passes from 0.8 on, a person looks below 0.5";
      doubts.add(new Mistake(1, "thresholds", pass));
    }
    doubts.sort(Comparator.comparingInt(Mistake::line));
    return doubts;
  }
}
