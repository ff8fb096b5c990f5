package dev.assay.cli.show;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Trace;

/** The sentence around a finding. */
public final class Sentence {
  private static final int MOST_BEFORE = 140;
  private static final int MOST_AFTER = 100;

  private Sentence() {}

  /** The sentence in three parts; the middle is the finding's span. */
  public record Parts(String before, String span, String after) {}

  /**
   * Cuts the sentence out of the trace's message; the span alone where the message is not there.
   */
  public static Parts around(Trace trace, Finding finding) {
    if (finding.message() < 0 || finding.message() >= trace.steps().size()) {
      return new Parts("", finding.text(), "");
    }
    String text = trace.steps().get(finding.message()).text();
    if (finding.start() < 0 || finding.end() > text.length() || finding.start() > finding.end()) {
      return new Parts("", finding.text(), "");
    }
    int begin = begin(text, finding.start());
    int end = end(text, finding.end());
    return new Parts(
        (begin > 0 && !startsSentence(text, begin) ? "…" : "")
            + oneLine(text.substring(begin, finding.start())).stripLeading(),
        oneLine(text.substring(finding.start(), finding.end())),
        oneLine(text.substring(finding.end(), end)).stripTrailing()
            + (end < text.length() && !isEnd(text, end - 1) ? "…" : ""));
  }

  private static int begin(String text, int start) {
    int at = start;
    while (at > 0 && start - at < MOST_BEFORE && !startsSentence(text, at)) {
      at--;
    }
    return wordStart(text, at, start);
  }

  /** Moves on to a word's start where the cut fell into one. */
  private static int wordStart(String text, int at, int start) {
    if (at == 0 || startsSentence(text, at)) {
      return at;
    }
    int next = at;
    while (next < start && !Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && at - from < MOST_AFTER) {
      if (isEnd(text, at)) {
        return at + 1;
      }
      at++;
    }
    return at;
  }

  private static boolean startsSentence(String text, int at) {
    return at == 0 || isEnd(text, at - 1);
  }

  /** A full stop ends a sentence only before white space: "12.50" has none. */
  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' || c == '!' || c == '?';
    boolean last = at + 1 == text.length();
    return c == '\n' || (stop && (last || Character.isWhitespace(text.charAt(at + 1))));
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }
}
