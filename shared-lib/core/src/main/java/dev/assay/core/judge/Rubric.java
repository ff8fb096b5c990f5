package dev.assay.core.judge;

import dev.assay.core.feedback.Score;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a judge is asked: a checklist of yes/no questions with weights. Yes/no items agree better
 * with people than a scale does (TICK, arXiv:2410.03608; CheckEval, arXiv:2403.18771).
 *
 * @param id the feedback key, such as {@code faithfulness}; {@code a-z 0-9 _ -}
 * @param question one sentence that says what the checklist as a whole asks
 * @param looksAt what of a trace it is about; decides which traces it is due for
 * @param needsReference true when it compares with a reference answer, and is due only where there
 *     is one
 * @param items 1 or more, ids distinct
 * @param scale how the items make the score
 * @param thresholds what a score means
 * @param examples short conversations with their right answers; may be empty
 */
public record Rubric(
    String id,
    String question,
    LooksAt looksAt,
    boolean needsReference,
    List<Item> items,
    Scale scale,
    Thresholds thresholds,
    List<Example> examples) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+");

  public Rubric {
    items = List.copyOf(items);
    examples = List.copyOf(examples);
    requireName("id", id);
    requireWords("question", question);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("items: expected 1 or more");
    }
    Set<String> ids = new HashSet<>();
    for (Item item : items) {
      if (!ids.add(item.id())) {
        throw new IllegalArgumentException("items: " + item.id() + " is there twice");
      }
    }
    examples.forEach(example -> example.requireAnswersTo(ids));
  }

  /** What of a trace a rubric is about. */
  public enum LooksAt {
    /** Each of the agent's turns: an item fails when one turn fails it. */
    TURN,
    /** The conversation as a whole. */
    CONVERSATION,
    /** The agent's calls and their results; due only where there are any. */
    TOOL_CALLS
  }

  /** How the items make the score. */
  public enum Scale {
    /** The weighted share of items passed, 0..1. */
    SHARE,
    /** 1 when every item passed, else 0. */
    ALL
  }

  /**
   * One yes/no question.
   *
   * @param id the name in the judge's answer; {@code a-z 0-9 _ -}
   * @param weight more than 0, relative to the other items
   * @param passesOn the answer that counts for the score
   */
  public record Item(String id, String question, double weight, Polarity passesOn) {
    public Item {
      requireName("items.id", id);
      requireWords("items." + id + ".question", question);
      if (!(weight > 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "items." + id + ".weight: expected more than 0, got " + weight);
      }
    }
  }

  /** Which of the two answers counts. */
  public enum Polarity {
    YES,
    NO;

    boolean matches(boolean yes) {
      return yes == (this == YES);
    }
  }

  /**
   * A short conversation and how it is answered.
   *
   * @param answers for each item id whether the answer is yes; items may be left out
   * @param why one sentence
   */
  public record Example(String conversation, Map<String, Boolean> answers, String why) {
    public Example {
      answers = Map.copyOf(answers);
      requireWords("examples.conversation", conversation);
      if (answers.isEmpty()) {
        throw new IllegalArgumentException("examples.answers: expected 1 or more");
      }
    }

    private void requireAnswersTo(Set<String> ids) {
      for (String answered : answers.keySet()) {
        if (!ids.contains(answered)) {
          throw new IllegalArgumentException(
              "examples.answers: expected one of the items " + ids + ", got " + answered);
        }
      }
    }
  }

  /** Changes with every word, weight and threshold: 12 hexadecimal digits of SHA-256. */
  public String version() {
    StringBuilder content = new StringBuilder();
    put(content, id, question, looksAt, needsReference, scale, thresholds);
    for (Item item : items) {
      put(content, item.id(), item.question(), item.weight(), item.passesOn());
    }
    for (Example example : examples) {
      put(content, example.conversation(), new TreeMap<>(example.answers()), example.why());
    }
    return hash(content.toString());
  }

  /** Whether the score asks for a person's look. */
  public boolean wantsReview(Score score) {
    return thresholds.wantsReview(score);
  }

  private static void put(StringBuilder content, Object... parts) {
    for (Object part : parts) {
      content.append(part).append('\0');
    }
  }

  /** 12 hexadecimal digits that stand for a content. */
  static String hash(String content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void requireName(String field, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          field + ": expected a-z, 0-9, _ and -, got \"" + name + "\"");
    }
  }

  private static void requireWords(String field, String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException(field + ": expected words, got none");
    }
  }
}
