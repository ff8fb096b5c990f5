package dev.assay.wire.judge;

import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.Mappers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The rubrics that Assay brings. They are written as {@code rubrics/*.yaml}; what is read here is
 * the JSON made of them ({@code BuiltInRubricsTest} holds both against each other), so that a
 * function loads no YAML library.
 */
public final class BuiltInRubrics {
  /** In the order in which they are asked; each is a file {@code rubrics/ID.yaml}. */
  static final List<String> IDS =
      List.of(
          EvidenceJudge.KEY,
          "policy_adherence",
          "task_completion",
          "answered",
          "tool_calls",
          "tone",
          "low_confidence",
          "equivalence",
          "correctness");

  static final String RESOURCE = "rubrics/built-in.json";

  /**
   * Those that are asked of a project that chose nothing: is it true, is it allowed, did it help?
   * Each item costs output tokens, the dear ones: these 14 cost about half of what all 32 that need
   * no reference do. Left out are {@code answered}, which {@code task_completion} mostly contains,
   * {@code tool_calls}, of which the checks already see failed, repeated and missing calls, and
   * {@code tone} and {@code low_confidence}, which seldom want a person.
   */
  public static final Set<String> ASKED_BY_DEFAULT =
      Set.of(EvidenceJudge.KEY, "policy_adherence", "task_completion");

  private BuiltInRubrics() {}

  /** All of them. */
  public static List<Rubric> all() {
    return Loaded.ALL;
  }

  /** The one of that id. */
  public static Rubric of(String id) {
    return all().stream()
        .filter(rubric -> rubric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no built-in rubric " + id));
  }

  /** No claim beyond evidence or policy. */
  public static Rubric faithfulness() {
    return of(EvidenceJudge.KEY);
  }

  /** Read when first asked for. */
  private static final class Loaded {
    static final List<Rubric> ALL = load();

    private static List<Rubric> load() {
      try (InputStream in = BuiltInRubrics.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("the built-in rubrics are missing from the jar");
        }
        List<Rubric> rubrics = new ArrayList<>();
        for (JsonNode rubric : Mappers.JSON.readTree(in)) {
          rubrics.add(RubricJson.read(rubric));
        }
        return List.copyOf(rubrics);
      } catch (IOException e) {
        throw new IllegalStateException("the built-in rubrics cannot be read", e);
      }
    }
  }
}
