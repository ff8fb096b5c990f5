package dev.assay.cli.rubric;

import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.core.judge.RubricLint;
import dev.assay.core.judge.RubricLint.Doubt;
import dev.assay.core.judge.Thresholds;
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
      Thresholds given = read.rubric().thresholds();
      String words =
          "none given: passes from "
              + given.passAt().value()
              + " on, a person looks below "
              + given.reviewAt().value();
      doubts.add(new Mistake(1, "thresholds", words));
    }
    doubts.sort(Comparator.comparingInt(Mistake::line));
    return doubts;
  }
}
