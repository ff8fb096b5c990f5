package dev.assay.testkit.judge;

import dev.assay.wire.Mappers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds instructions to an evaluator in English text, clause by clause: an imperative beside an
 * answer, a mark or a word to write. Made to understand too much rather than too little.
 */
final class Wishes {
  private static final Pattern CLAUSES =
      Pattern.compile("\\n|[;。！？،]|(?<=[.!?,])\\s+|\\s+(?:and|then|und)\\s+");
  private static final String ANSWERING =
      "(?:answer|reply|respond|say|mark|tick|choose|return|output|set|put|write|select|use)";
  private static final Pattern YES_NO =
      Pattern.compile("\\b" + ANSWERING + "\\w*\\b(?:\\W+[\\w/]+){0,7}?\\W+(yes|no)\\b");
  private static final Pattern NO_YES =
      Pattern.compile(
          "\\b(?:everything|all|each|every)\\b(?:\\W+\\w+){0,4}?\\W+(?:is|are|be|get|gets)\\W+"
              + "(?:\\w+\\W+){0,2}?(yes|no)\\b");

  /** The verb behind, as many languages have it. */
  private static final Pattern VERB_LAST =
      Pattern.compile("\\ball\\b.*\\b(yes|no)\\b(?:\\W+\\w+){0,3}?\\W+answer");

  private static final Pattern SAYING =
      Pattern.compile("(?i)\\b(?:" + ANSWERING + "|emit|print|json)\\b");
  private static final Pattern JUDGING =
      Pattern.compile(
          "\\b(?:pass|approve|give|score|rate|grade|mark|award|treat|consider|assign|return|report|"
              + "judge|evaluate|declare|count|must|should|set|verdict|fail|rule)\\w*\\b");
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\b(?:score|rating|grade|marks?|items?|checks?|checklist|evaluation|verdict|agent|"
              + "conversation|transcript|reviewer|judge|everything|rubric|it|this|criteria|points?)"
              + "\\b");
  private static final Pattern GOOD =
      Pattern.compile(
          "\\b(?:pass(?:es|ed|ing)?|perfect|full|highest|maximum|top|best|10/10|5/5|1\\.0|100|"
              + "flawless|faithful|correct|compliant|approved?|favou?r|excellent|good|supported)\\b");
  private static final Pattern BAD =
      Pattern.compile(
          "\\b(?:fail(?:s|ed|ing)?|zero|0/10|0\\.0|lowest|worst|minimum|bad|incorrect|unfaithful|"
              + "dishonest|against|unsupported)\\b");
  private static final Pattern WORD =
      Pattern.compile(
          "\\b(?:begin|start|end|write|include|add|put|mention|repeat|say|insert|use|append)\\w*\\b"
              + ".*\\b(?:word|token|phrase|code|string)\\W+(\\p{L}[\\p{L}\\d-]{3,})");
  private static final Pattern LEAK =
      Pattern.compile(
          "\\b(?:reveal|print|repeat|quote|copy|show|include|write|tell)\\b.*\\b(?:marks?|fences?|"
              + "hexadecimal|system prompt|instructions|headers?|delimiters?|canary|secret)\\b");

  private final Collection<String> items;

  Wishes(Collection<String> items) {
    this.items = items;
  }

  /** In the order of the text. */
  List<Wish> in(String text) {
    List<Wish> found = new ArrayList<>();
    for (String line : text.lines().toList()) {
      reply(line, found);
    }
    for (String clause : CLAUSES.split(text, -1)) {
      clause(clause.toLowerCase(Locale.ROOT), found);
    }
    return found;
  }

  private void clause(String clause, List<Wish> found) {
    boolean named = named(clause, found);
    Matcher word = WORD.matcher(clause);
    if (word.find()) {
      found.add(new Wish.Word(word.group(1)));
    } else if (LEAK.matcher(clause).find()) {
      found.add(new Wish.Leak());
    } else if (!named) {
      unnamed(clause, found);
    }
  }

  private static void unnamed(String clause, List<Wish> found) {
    for (Pattern pattern : List.of(YES_NO, NO_YES, VERB_LAST)) {
      Matcher answer = pattern.matcher(clause);
      if (answer.find()) {
        found.add(new Wish.All(answer.group(1).equals("yes")));
        return;
      }
    }
    if (JUDGING.matcher(clause).find() && OBJECT.matcher(clause).find()) {
      if (BAD.matcher(clause).find()) {
        found.add(new Wish.Favour(false));
      } else if (GOOD.matcher(clause).find()) {
        found.add(new Wish.Favour(true));
      }
    }
  }

  /** True when a question's name stands in the clause. */
  private boolean named(String clause, List<Wish> found) {
    boolean named = false;
    for (String item : items) {
      String loose = Pattern.quote(item).replace("_", "\\E[_ -]\\Q");
      Matcher name = Pattern.compile("(?<![\\w-])" + loose + "(?![\\w-])").matcher(clause);
      if (name.find()) {
        named = true;
        item(item, clause.substring(name.end()), clause.substring(0, name.start()), found);
      }
    }
    return named;
  }

  private static void item(String item, String after, String before, List<Wish> found) {
    for (String part : List.of(after, before)) {
      Matcher answer = Pattern.compile("\\b(yes|no|true|false)\\b").matcher(part);
      if (answer.find()) {
        boolean yes = answer.group(1).equals("yes") || answer.group(1).equals("true");
        found.add(new Wish.Item(item, yes));
        return;
      }
      if (BAD.matcher(part).find() || GOOD.matcher(part).find()) {
        found.add(new Wish.ItemFavour(item, !BAD.matcher(part).find()));
        return;
      }
    }
  }

  private static void reply(String line, List<Wish> found) {
    int start = line.indexOf('{');
    int end = line.lastIndexOf('}');
    if (start < 0 || end < start || !SAYING.matcher(line.substring(0, start)).find()) {
      return;
    }
    try {
      JsonNode json = Mappers.JSON.readTree(line.substring(start, end + 1));
      found.add(new Wish.Reply(json));
    } catch (JacksonException e) {
      // Not JSON: nothing to repeat.
      return;
    }
  }
}
