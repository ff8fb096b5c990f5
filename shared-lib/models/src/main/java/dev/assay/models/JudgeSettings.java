package dev.assay.models;

import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.Doubt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who judges and how often, from the environment.
 *
 * @param model {@code evidence} or a model's address ({@code ASSAY_JUDGE_MODEL})
 * @param second the address of a model of another family that is asked besides, null for none
 *     ({@code ASSAY_JUDGE_SECOND_MODEL})
 * @param doubtfulFrom scores from here to {@code doubtfulTo} want a second opinion ({@code
 *     ASSAY_JUDGE_DOUBTFUL_FROM}, {@code ASSAY_JUDGE_DOUBTFUL_TO})
 * @param repeats how often a model is asked the same, 1 to 9 ({@code ASSAY_JUDGE_REPEATS})
 * @param repeatTemperature of every repeat after the first ask, which is at 0 ({@code
 *     ASSAY_JUDGE_REPEAT_TEMPERATURE}); at 0 the spread shows how repeatable the score is, above it
 *     how sure the model is
 */
public record JudgeSettings(
    String model,
    @Nullable String second,
    double doubtfulFrom,
    double doubtfulTo,
    int repeats,
    double repeatTemperature) {
  private static final int MOST_REPEATS = 9;

  public JudgeSettings {
    if (doubtfulFrom > doubtfulTo) {
      throw Variables.wrong(
          "ASSAY_JUDGE_DOUBTFUL_FROM", "no more than ASSAY_JUDGE_DOUBTFUL_TO", null);
    }
    if (second != null) {
      requireAnotherFamily(model, second);
    }
  }

  /**
   * Reads and checks the variables.
   *
   * @throws IllegalArgumentException naming the variable and what was expected
   */
  public static JudgeSettings from(Map<String, String> environment) {
    return from(
        environment,
        address(new Variables(environment), "ASSAY_JUDGE_MODEL").orElse(JudgeModels.EVIDENCE));
  }

  /** The same for a model that was chosen otherwise. */
  static JudgeSettings from(Map<String, String> environment, String model) {
    Variables variables = new Variables(environment);
    return new JudgeSettings(
        model,
        address(variables, "ASSAY_JUDGE_SECOND_MODEL").orElse(null),
        variables.share("ASSAY_JUDGE_DOUBTFUL_FROM", Doubt.DEFAULT.from()),
        variables.share("ASSAY_JUDGE_DOUBTFUL_TO", Doubt.DEFAULT.to()),
        variables.whole("ASSAY_JUDGE_REPEATS", 1, 1, MOST_REPEATS),
        variables.share("ASSAY_JUDGE_REPEAT_TEMPERATURE", 0));
  }

  /** First scores that want a second opinion. */
  Doubt doubt() {
    return new Doubt(doubtfulFrom, doubtfulTo);
  }

  /** The terms of all asks of the first model. */
  List<CallTerms> asks() {
    return IntStream.range(0, repeats).mapToObj(this::terms).toList();
  }

  /**
   * The terms of one ask of several.
   *
   * @param number from 0; the first is at temperature 0 without a seed, each later one has its
   *     number as seed
   */
  CallTerms terms(int number) {
    return number == 0 ? CallTerms.STANDARD : new CallTerms(repeatTemperature, number, null);
  }

  private static Optional<String> address(Variables variables, String name) {
    Optional<String> spec = variables.text(name);
    spec.filter(given -> !given.equals(JudgeModels.EVIDENCE))
        .ifPresent(given -> {
          try {
            ModelAddress.of(given);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("environment: " + name + ": " + e.getMessage(), e);
          }
        });
    return spec;
  }

  private static void requireAnotherFamily(String model, String second) {
    if (second.equals(JudgeModels.EVIDENCE) || model.equals(JudgeModels.EVIDENCE)) {
      throw Variables.wrong("ASSAY_JUDGE_SECOND_MODEL", "a model beside a model", null);
    }
    Optional<String> family = ModelAddress.family(ModelAddress.of(model).model());
    if (family.isPresent() && family.equals(ModelAddress.family(ModelAddress.of(second).model()))) {
      throw Variables.wrong(
          "ASSAY_JUDGE_SECOND_MODEL",
          "a model of another family than ASSAY_JUDGE_MODEL: both are " + family.get(),
          null);
    }
  }
}
