package dev.assay.wire.judge;

import dev.assay.core.feedback.Score;
import dev.assay.core.ingest.Problem;
import dev.assay.core.judge.Rubric;
import dev.assay.core.judge.Rubric.LooksAt;
import dev.assay.core.judge.Rubric.Polarity;
import dev.assay.core.judge.Rubric.Scale;
import dev.assay.core.judge.RubricJudge;
import dev.assay.core.judge.Thresholds;
import dev.assay.core.judge.Thresholds.Direction;
import dev.assay.core.judge.evidence.EvidenceJudge;
import dev.assay.wire.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the one form that rubrics have in files and in the registry, and notes all mistakes. */
final class RubricFields {
  private static final List<String> FIELDS =
      List.of(
          "id",
          "question",
          "looks_at",
          "needs_reference",
          "items",
          "scale",
          "thresholds",
          "examples");
  private static final List<String> ITEM_FIELDS = List.of("id", "question", "weight", "passes_on");
  private static final List<String> THRESHOLD_FIELDS = List.of("direction", "pass_at", "review_at");
  private static final int MOST_ITEMS = 50;

  /** Providers take no longer names of members in a schema. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,64}");

  /** Keys under which others write feedback. */
  private static final Set<String> TAKEN =
      Set.of(
          RubricJudge.NAME,
          EvidenceJudge.NAME,
          "commitments",
          "cost",
          "latency",
          "tool_errors",
          "tool_loops");

  private final Fields root;
  private final List<Problem> problems;

  /** Of all items, also of those with a mistake. */
  private final Set<String> ids = new TreeSet<>();

  private RubricFields(Fields root, List<Problem> problems) {
    this.root = root;
    this.problems = problems;
  }

  /** The rubric; empty after noting what is wrong. */
  static Optional<Rubric> read(JsonNode tree, List<Problem> problems) {
    if (!tree.isObject()) {
      problems.add(new Problem("", "a rubric with id, question and items", Fields.kind(tree)));
      return Optional.empty();
    }
    return new RubricFields(new Fields(tree, "", problems), problems).read();
  }

  private Optional<Rubric> read() {
    root.allow(FIELDS);
    String id = name(root);
    if (TAKEN.contains(id)) {
      root.note("id", "a name that no check and no judge has", "\"" + id + "\"");
    }
    String question = words(root, "question");
    LooksAt looksAt = oneOf(root, "looks_at", LooksAt.class, LooksAt.CONVERSATION);
    boolean needsReference = root.flag("needs_reference");
    List<Rubric.Item> items = items();
    Scale scale = oneOf(root, "scale", Scale.class, Scale.SHARE);
    Thresholds thresholds = thresholds();
    List<Rubric.Example> examples = RubricExamples.read(root, ids);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rubric(id, question, looksAt, needsReference, items, scale, thresholds, examples));
  }

  private static String name(Fields of) {
    String name = of.requiredText("id");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      of.note("id", "1 to 64 characters of a-z, 0-9, _ and -", "\"" + name + "\"");
    }
    return name;
  }

  static String words(Fields of, String field) {
    String words = of.requiredText(field);
    if (!words.isEmpty() && words.isBlank()) {
      of.note(field, "words", "spaces alone");
    }
    return words;
  }

  private List<Rubric.Item> items() {
    List<Rubric.Item> items = new ArrayList<>();
    List<Fields> given = root.objects("items", MOST_ITEMS);
    if (given.isEmpty() && problems.stream().noneMatch(p -> p.field().startsWith("items"))) {
      root.note("items", "1 or more items", "none");
    }
    for (Fields fields : given) {
      int before = problems.size();
      fields.allow(ITEM_FIELDS);
      String id = name(fields);
      String question = words(fields, "question");
      double weight = weight(fields);
      Polarity passesOn = polarity(fields);
      if (!id.isEmpty() && !ids.add(id)) {
        fields.note("id", "another id for each item", "\"" + id + "\" again");
      }
      if (problems.size() == before) {
        items.add(new Rubric.Item(id, question, weight, passesOn));
      }
    }
    return items;
  }

  private static double weight(Fields fields) {
    Double weight = fields.number("weight");
    if (weight != null && !(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      fields.note("weight", "a number of more than 0", weight.toString());
    }
    return weight == null ? 1 : weight;
  }

  private static Polarity polarity(Fields fields) {
    JsonNode given = fields.get("passes_on");
    if (given == null) {
      fields.note("passes_on", "yes or no, the answer that is good", "nothing");
      return Polarity.YES;
    }
    return RubricExamples.isYes(fields, "passes_on", given) ? Polarity.YES : Polarity.NO;
  }

  private Thresholds thresholds() {
    Fields given = root.object("thresholds");
    if (given == null) {
      return Thresholds.DEFAULT;
    }
    given.allow(THRESHOLD_FIELDS);
    Direction direction = oneOf(given, "direction", Direction.class, Direction.HIGHER);
    Score passAt = score(given, "pass_at");
    Score reviewAt = score(given, "review_at");
    try {
      return new Thresholds(direction, passAt, reviewAt);
    } catch (IllegalArgumentException e) {
      boolean higher = direction == Direction.HIGHER;
      given.note(
          "review_at",
          (higher ? "at most" : "at least") + " pass_at (" + passAt.value() + ")",
          Double.toString(reviewAt.value()));
      return Thresholds.DEFAULT;
    }
  }

  private static Score score(Fields given, String field) {
    Double value = given.number(field);
    if (value == null) {
      if (given.get(field) == null) {
        given.note(field, "a score, 0 to 1", "nothing");
      }
      return Score.HALF;
    }
    if (!(value >= 0 && value <= 1)) {
      given.note(field, "a score, 0 to 1", value.toString());
      return Score.HALF;
    }
    return new Score(value);
  }

  private static <E extends Enum<E>> E oneOf(Fields of, String field, Class<E> type, E otherwise) {
    String given = of.text(field);
    if (given == null) {
      return otherwise;
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = wireName(constant);
      if (name.equals(given)) {
        return constant;
      }
      names.add(name);
    }
    of.note(field, "one of " + String.join(", ", names), "\"" + given + "\"");
    return otherwise;
  }

  /** A constant as files name it. */
  static String wireName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
