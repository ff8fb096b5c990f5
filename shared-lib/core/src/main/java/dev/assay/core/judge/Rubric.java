package dev.assay.core.judge;

import dev.assay.core.feedback.Score;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a judge is asked: a checklist of yes/no questions with weights. Yes/no items agree better
 * with people than a scale does (TICK, arXiv:2410.03608; CheckEval, arXiv:2403.18771).
 *
 * @param id the feedback key, such as {@code faithfulness}; {@code a-z 0-9 _ -}
 * @param question one sentence that says what the checklist as a whole asks
 * @param items 1 or more, ids distinct
 * @param reviewBelow a score under this becomes a review item
 */
public record Rubric(String id, String question, List<Item> items, Score reviewBelow) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

  public Rubric {
    items = List.copyOf(items);
    requireName(id);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("rubric " + id + " has no items");
    }
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("rubric " + id + " has two items " + item.id());
      }
    }
  }

  /**
   * One yes/no question.
   *
   * @param id the name in the judge's answer; {@code a-z 0-9 _ -}
   * @param weight more than 0, relative to the other items
   * @param passesOn the answer that speaks for the agent
   */
  public record Item(String id, String question, double weight, Polarity passesOn) {
    public Item {
      requireName(id);
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException("item " + id + " has a weight of " + weight);
      }
    }
  }

  /** Which of the two answers is the good one. */
  public enum Polarity {
    YES,
    NO;

    boolean matches(boolean yes) {
      return yes == (this == YES);
    }
  }

  /** Changes with every word and weight: 12 hexadecimal digits of the content's SHA-256. */
  public String version() {
    StringBuilder content = new StringBuilder(id).append('\0').append(question);
    for (Item item : items) {
      content.append('\0').append(item.id()).append('\0').append(item.question());
      content.append('\0').append(item.weight()).append('\0').append(item.passesOn().name());
    }
    content.append('\0').append(reviewBelow.value());
    return sha256(content.toString()).substring(0, 12);
  }

  /** True when a person should look. */
  public boolean wantsReview(Score score) {
    return score.compareTo(reviewBelow) < 0;
  }

  private static String sha256(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a rubric's names have a-z 0-9 _ -, not \"" + name + "\"");
    }
  }
}
