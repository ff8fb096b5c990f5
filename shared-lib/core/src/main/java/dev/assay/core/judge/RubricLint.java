package dev.assay.core.judge;

import dev.assay.core.judge.Rubric.Example;
import dev.assay.core.judge.Rubric.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is doubtful in a rubric that is valid. */
public final class RubricLint {
  /** An item below this share of all weights hardly moves the score. */
  private static final double DROWNED = 0.05;

  /** Two questions that share so much of their words (Jaccard) are likely the same one. */
  private static final double ALIKE = 0.75;

  private final Rubric rubric;
  private final List<Doubt> doubts = new ArrayList<>();

  private RubricLint(Rubric rubric) {
    this.rubric = rubric;
  }

  /**
   * One thing that may be a mistake.
   *
   * @param field path such as {@code items[2].weight}, from 0
   */
  public record Doubt(String field, String words) {}

  /** All doubts; empty when there are none. */
  public static List<Doubt> of(Rubric rubric) {
    RubricLint lint = new RubricLint(rubric);
    lint.questions();
    lint.weights();
    lint.twins();
    lint.examples();
    return List.copyOf(lint.doubts);
  }

  private void questions() {
    for (int i = 0; i < rubric.items().size(); i++) {
      if (!rubric.items().get(i).question().contains("?")) {
        doubt("items[" + i + "].question", "no question: a question mark was expected");
      }
    }
  }

  private void weights() {
    double all = rubric.items().stream().mapToDouble(Item::weight).sum();
    double first = rubric.items().getFirst().weight();
    for (int i = 0; i < rubric.items().size(); i++) {
      double weight = rubric.items().get(i).weight();
      String field = "items[" + i + "].weight";
      if (rubric.scale() == Rubric.Scale.ALL && weight != first) {
        doubt(field, "weights count for nothing where the scale is all");
      } else if (rubric.scale() == Rubric.Scale.SHARE && weight / all < DROWNED) {
        doubt(field, percent(weight / all) + " of the score: the other weights drown it");
      }
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private void twins() {
    List<Set<String>> words = rubric.items().stream().map(item -> words(item.question())).toList();
    for (int i = 1; i < words.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (likeness(words.get(i), words.get(j)) >= ALIKE) {
          String other = rubric.items().get(j).id();
          doubt("items[" + i + "].question", "asks almost the same as " + other);
        }
      }
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static double likeness(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.retainAll(other);
    int all = one.size() + other.size() - both.size();
    return all == 0 ? 1 : both.size() / (double) all;
  }

  private void examples() {
    List<Example> examples = rubric.examples();
    for (int i = 1; i < examples.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (sameTalk(examples.get(i), examples.get(j))) {
          contradiction(i, examples.get(j));
        }
      }
    }
  }

  private static boolean sameTalk(Example one, Example other) {
    return words(one.conversation()).equals(words(other.conversation()));
  }

  private void contradiction(int index, Example before) {
    for (Map.Entry<String, Boolean> answer :
        new TreeMap<>(rubric.examples().get(index).answers()).entrySet()) {
      Boolean other = before.answers().get(answer.getKey());
      if (other != null && !other.equals(answer.getValue())) {
        doubt(
            "examples[" + index + "].answers." + answer.getKey(),
            "an earlier example answers the same conversation the other way");
      }
    }
  }

  private void doubt(String field, String words) {
    doubts.add(new Doubt(field, words));
  }
}
