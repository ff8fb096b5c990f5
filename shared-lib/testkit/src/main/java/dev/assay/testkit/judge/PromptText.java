package dev.assay.testkit.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A judge's prompt, taken apart by the rules that it states itself. */
record PromptText(List<Block> blocks, List<Question> questions, String mark) {
  private static final Pattern BEGIN = Pattern.compile("(?m)^\\[(\\S+) BEGIN]$");
  private static final Pattern SECTION = Pattern.compile("Checklist \"([^\"]+)\":.*");
  private static final Pattern ITEM = Pattern.compile("- ([a-z0-9_-]+): (.*)");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?:MESSAGE \\d+ )?(?:(\\S+) )??((?:SYSTEM|DOCUMENT|CUSTOMER|AGENT|TOOL RESULT)\\b.*)");

  /**
   * The lines under one header.
   *
   * @param name of another conversation; empty for the judged one
   * @param role such as {@code CUSTOMER}
   */
  record Block(String name, String role, List<String> lines) {
    String text() {
      return String.join("\n", lines);
    }
  }

  /**
   * One question of a checklist.
   *
   * @param bare answered by a word alone, in a list
   */
  record Question(String section, String id, String words, boolean bare) {}

  PromptText {
    blocks = List.copyOf(blocks);
    questions = List.copyOf(questions);
  }

  static PromptText of(String user) {
    Matcher begin = BEGIN.matcher(user);
    if (!begin.find()) {
      throw new IllegalArgumentException("a prompt with a marked beginning was expected");
    }
    String mark = begin.group(1);
    String end = "[" + mark + " END]\n";
    int last = user.indexOf(end, begin.end());
    String data = user.substring(begin.end() + 1, last);
    return new PromptText(blocks(data, mark), questions(user.substring(last + end.length())), mark);
  }

  private static List<Block> blocks(String data, String mark) {
    List<Block> blocks = new ArrayList<>();
    for (String part : data.split(Pattern.quote("[" + mark + " "), -1)) {
      List<String> lines = part.lines().toList();
      if (!lines.isEmpty()) {
        Matcher header = HEADER.matcher(lines.getFirst().replaceAll("]$", ""));
        if (header.matches()) {
          String name = header.group(1) == null ? "" : header.group(1);
          blocks.add(new Block(name, header.group(2), quoted(lines)));
        }
      }
    }
    return blocks;
  }

  private static List<String> quoted(List<String> lines) {
    return lines.stream().skip(1).map(line -> line.replaceFirst("^\\| ?", "")).toList();
  }

  private static List<Question> questions(String tail) {
    List<Question> questions = new ArrayList<>();
    String section = "";
    for (String line : tail.lines().toList()) {
      Matcher start = SECTION.matcher(line);
      if (start.matches()) {
        section = start.group(1);
      }
      Matcher item = ITEM.matcher(line);
      if (item.matches() && !section.isEmpty()) {
        boolean bare = tail.contains("{\"item\": \"" + item.group(1) + "\"");
        questions.add(new Question(section, item.group(1), item.group(2), bare));
      }
    }
    return questions;
  }
}
