package dev.assay.core.check.commitment;

import dev.assay.core.feedback.Finding;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One invented conversation of {@code conversations.txt}, with what in it is right and wrong.
 *
 * @param spans the labelled words
 */
record LabelledConversation(String id, Trace trace, List<Span> spans) {

  /**
   * Labelled words.
   *
   * @param message index of the step
   */
  record Span(int message, int start, int end, String type, boolean right, String text) {
    boolean touches(Finding finding) {
      return finding.message() == message && finding.start() < end && finding.end() > start;
    }
  }

  static List<LabelledConversation> all() {
    List<LabelledConversation> all = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : SeedCase.lines("conversations.txt")) {
      if (line.startsWith("== ") && !block.isEmpty()) {
        all.add(new Reader(block).read());
        block.clear();
      }
      if (line.startsWith("  ")) {
        block.set(block.size() - 1, block.getLast() + "\n" + line.substring(2));
      } else {
        block.add(line);
      }
    }
    all.add(new Reader(block).read());
    return all;
  }

  @Override
  public String toString() {
    return id;
  }

  /** Reads one block. */
  private static final class Reader {
    private final List<String> block;
    private final List<Span> spans = new ArrayList<>();
    private Traces trace = Traces.aTrace();
    private int steps;

    Reader(List<String> block) {
      this.block = block;
    }

    LabelledConversation read() {
      List<String> head = parts(block.getFirst().substring(3), " | ");
      trace = Traces.aTrace().locale(head.get(1)).at(Instant.parse(head.get(3)), zone(head));
      block.subList(1, block.size()).forEach(this::line);
      return new LabelledConversation(head.getFirst(), trace.build(head.getFirst()), spans);
    }

    private static ZoneId zone(List<String> head) {
      return ZoneId.of(head.get(2));
    }

    private void line(String line) {
      String text = line.substring(3);
      switch (line.charAt(0)) {
        case 'P' -> trace.policy(text);
        case 'D' -> {
          List<String> parts = parts(text, " :: ");
          trace.document(parts.get(0), parts.get(1));
          return;
        }
        case 'U' -> trace.user(text);
        case 'A' -> trace.agent(unmarked(text));
        case 'C' -> call(text, false);
        case 'X' -> call(text, true);
        default -> throw new IllegalArgumentException(line);
      }
      steps++;
    }

    private void call(String text, boolean failed) {
      List<String> parts = parts(text, " -> ");
      int space = parts.get(0).indexOf(' ');
      trace.called(
          parts.get(0).substring(0, space),
          JsonTrees.parse(parts.get(0).substring(space + 1)),
          JsonTrees.parse(parts.get(1)),
          failed);
      steps++;
    }

    private String unmarked(String text) {
      StringBuilder plain = new StringBuilder();
      int at = 0;
      for (int open = text.indexOf("[["); open >= 0; open = text.indexOf("[[", at)) {
        int close = text.indexOf("]]", open);
        List<String> parts = parts(text.substring(open + 2, close), "|");
        plain.append(text, at, open);
        int start = plain.length();
        plain.append(parts.get(0));
        spans.add(
            new Span(steps, start, plain.length(), parts.get(1), parts.size() == 2, parts.get(0)));
        at = close + 2;
      }
      return plain.append(text, at, text.length()).toString();
    }

    private static List<String> parts(String text, String separator) {
      List<String> parts = new ArrayList<>();
      int at = 0;
      for (int next = text.indexOf(separator); next >= 0; next = text.indexOf(separator, at)) {
        parts.add(text.substring(at, next));
        at = next + separator.length();
      }
      parts.add(text.substring(at));
      return parts;
    }
  }

  /** The steps as the trace has them: for messages of a failing test. */
  String said(Finding finding) {
    Step step = trace.steps().get(finding.message());
    return step.text();
  }
}
