package dev.assay.core.judge.evidence;

import java.util.ArrayList;
import java.util.List;

/** Proper names: two or more capitalised words in the middle of a sentence. */
final class Names {
  /**
   * One name.
   *
   * @param words in lower case
   */
  record Name(List<String> words, int start, int end) {
    Name {
      words = List.copyOf(words);
    }
  }

  private Names() {}

  static List<Name> in(String text, List<Mention> mentions) {
    List<Name> names = new ArrayList<>();
    int i = 0;
    while (i < mentions.size()) {
      int end = i;
      while (end < mentions.size() && continues(text, mentions, i, end)) {
        end++;
      }
      if (end - i >= 2 && inSentence(text, mentions.get(i).start(), mentions.get(end - 1).end())) {
        names.add(name(mentions.subList(i, end)));
      }
      i = Math.max(end, i + 1);
    }
    return names;
  }

  private static Name name(List<Mention> words) {
    return new Name(
        words.stream().map(Mention::word).toList(),
        words.getFirst().start(),
        words.getLast().end());
  }

  private static boolean continues(String text, List<Mention> mentions, int first, int i) {
    Mention mention = mentions.get(i);
    boolean capital = mention.isWord() && Character.isUpperCase(text.charAt(mention.start()));
    boolean word = mention.end() - mention.start() > 1;
    boolean next =
        i == first
            || (text.charAt(mention.start() - 1) == ' '
                && mention.start() - mentions.get(i - 1).end() == 1);
    return capital && word && next;
  }

  /** Words at a sentence's start, in headings and in labels ("Order Details:") are no names. */
  private static boolean inSentence(String text, int start, int end) {
    boolean after = start > 1 && text.charAt(start - 1) == ' ' && isMiddle(text.charAt(start - 2));
    boolean label = end < text.length() && ":*".indexOf(text.charAt(end)) >= 0;
    return after && !label;
  }

  private static boolean isMiddle(char c) {
    return Character.isLetterOrDigit(c) || c == ',';
  }
}
