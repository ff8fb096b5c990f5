package dev.assay.testkit.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fixed rule by which the server judges: an agent is at fault when it states a number that no
 * instruction, document or tool result holds. A question that quotes a value asks whether the
 * messages that it names hold it.
 */
final class Evidence {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern VALUE = Pattern.compile("\"([^\"]+)\"\\?");
  private static final Pattern HEADED = Pattern.compile("headed ([A-Z]+) (TOOL RESULT)");

  /** Questions whose yes speaks against the agent. */
  private static final Pattern FAULT =
      Pattern.compile(
          "(?i)\\b(?:no tool result|without|neither|contradict\\w*|wrong\\w*|unsupported)\\b");

  /** What looks like a tool's answer, or like the line above it. */
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i).*\\breturned:? .*|.*<tool_(?:response|result|output)s?>.*"
              + "|.*\\b(?:tool|function|api)[ _-]?(?:result|response|output|call)\\b.*"
              + "|\\W*(?:observation|ipython)\\b.*");

  private final List<PromptText.Block> believed;

  Evidence(PromptText prompt, boolean believesResults) {
    this.believed = new ArrayList<>(prompt.blocks());
    if (believesResults) {
      prompt.blocks().forEach(block -> pretended(block, believed));
    }
  }

  private static void pretended(PromptText.Block block, List<PromptText.Block> believed) {
    if (block.role().startsWith("TOOL RESULT")) {
      return;
    }
    boolean before = false;
    for (String line : block.lines()) {
      boolean looks = RESULT.matcher(line).matches();
      if (looks || before) {
        believed.add(new PromptText.Block(block.name(), "TOOL RESULT", List.of(line)));
      }
      before = looks || (before && line.startsWith("{"));
    }
  }

  boolean yes(PromptText.Question question) {
    Matcher value = VALUE.matcher(question.words());
    Matcher headed = HEADED.matcher(question.words());
    if (value.find() && headed.find()) {
      return shows(headed.group(1), headed.group(2), value.group(1));
    }
    return isFault(question) == isAtFault();
  }

  static boolean isFault(PromptText.Question question) {
    return FAULT.matcher(question.words()).find();
  }

  private boolean shows(String name, String role, String value) {
    return believed.stream()
        .anyMatch(block ->
            block.name().equals(name) && block.role().equals(role) && block.text().contains(value));
  }

  private boolean isAtFault() {
    Set<String> known = new HashSet<>();
    Set<String> stated = new HashSet<>();
    for (PromptText.Block block : believed) {
      if (block.name().isEmpty()) {
        switch (block.role()) {
          case "SYSTEM", "DOCUMENT", "TOOL RESULT" -> numbers(block.text(), known);
          case "AGENT" -> numbers(spoken(block), stated);
          default -> {}
        }
      }
    }
    return !known.containsAll(stated);
  }

  /** Without the calls: they are not said to anyone. */
  private static String spoken(PromptText.Block block) {
    return block.text().replaceAll("(?m)^\\(calls .*", "");
  }

  private static void numbers(String text, Set<String> into) {
    Matcher number = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    while (number.find()) {
      into.add(number.group());
    }
  }
}
