package dev.assay.core.judge;

import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace as text for a judge. One that is longer than the limit is cut by this rule:
 *
 * <ol>
 *   <li>Whole messages are kept in this order while they fit: system prompts; the first two and the
 *       last six messages; tool results and documents that the agent cites, which is that they hold
 *       a value it states ({@link Cited}); other documents; the rest from the latest back.
 *   <li>No message keeps more than a quarter of the limit, and those of the first three ranks
 *       together no more than the limit: the longest are shortened alike, down to {@value #LEAST}
 *       characters each. When even that is too much, the earliest of them go.
 *   <li>A shortened message keeps its head, its tail and the passages around cited values.
 * </ol>
 *
 * Every gap is marked with {@code [cut: …]} and its size.
 */
record Transcript(String text, boolean cut) {
  /** What a message is shortened to at most, so that all that is cited has its place. */
  private static final int LEAST = 400;

  /** What a header's line end, a gap's line and quoting of some lines take beside the text. */
  private static final int OVERHEAD = 80;

  private record Part(String header, String text, Rank rank, List<Cited.Place> cited) {
    long size(int most) {
      return (long) Math.min(text.length(), most) + header.length() + OVERHEAD;
    }
  }

  /** The order of keeping. */
  private enum Rank {
    SYSTEM,
    EDGE,
    CITED,
    DOCUMENT,
    OTHER;

    private static final int FIRST = 2;
    private static final int LAST = 6;

    boolean isEssential() {
      return compareTo(CITED) <= 0;
    }

    static Rank of(Step step, int index, int count, boolean cited) {
      return switch (step) {
        case Step.SystemPrompt _ -> SYSTEM;
        case Step.ToolResult _, Step.UserTurn _, Step.AgentTurn _ -> {
          if (index < FIRST || index >= count - LAST) {
            yield EDGE;
          }
          yield cited && step instanceof Step.ToolResult ? CITED : OTHER;
        }
      };
    }
  }

  static Transcript of(Trace trace, int limit, String mark) {
    List<Part> parts = parts(trace, mark);
    if (parts.stream().mapToLong(part -> part.size(Integer.MAX_VALUE)).sum() <= limit) {
      return render(parts, new boolean[0], Integer.MAX_VALUE, mark);
    }
    int most = most(parts, limit);
    return render(parts, keep(parts, most, limit), most, mark);
  }

  /** The most of a message with which all that is essential fits; found by halving. */
  private static int most(List<Part> parts, int limit) {
    List<Part> essential = parts.stream().filter(part -> part.rank().isEssential()).toList();
    int low = Math.min(LEAST, limit / 4);
    int high = limit / 4;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (essential.stream().mapToLong(part -> part.size(middle)).sum() <= limit) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static boolean[] keep(List<Part> parts, int most, int limit) {
    boolean[] kept = new boolean[parts.size()];
    long left = limit;
    for (Rank rank : Rank.values()) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        Part part = parts.get(i);
        if (part.rank() == rank && part.size(most) <= left) {
          kept[i] = true;
          left -= part.size(most);
        }
      }
    }
    return kept;
  }

  /**
   * Writes the parts.
   *
   * @param kept which of them; empty for all
   */
  private static Transcript render(List<Part> parts, boolean[] kept, int most, String mark) {
    StringBuilder out = new StringBuilder();
    boolean cut = false;
    int gap = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (kept.length > 0 && !kept[i]) {
        gap++;
        continue;
      }
      cut |= gap > 0;
      appendGap(out, gap, mark);
      gap = 0;
      Part part = parts.get(i);
      out.append(part.header()).append('\n');
      cut |= Excerpt.append(out, part.text(), part.cited(), most, mark);
    }
    appendGap(out, gap, mark);
    return new Transcript(out.toString(), cut || gap > 0);
  }

  private static void appendGap(StringBuilder out, int messages, String mark) {
    if (messages > 0) {
      out.append('[').append(mark).append(" [cut: ").append(messages).append(" messages]]\n");
    }
  }

  private static List<Part> parts(Trace trace, String mark) {
    Cited cited = Cited.by(trace);
    List<Part> parts = new ArrayList<>();
    for (ContextDocument document : trace.context()) {
      String title = document.title();
      String text = title == null ? document.text() : title + "\n" + document.text();
      List<Cited.Place> places = cited.in(text);
      Rank rank = places.isEmpty() ? Rank.DOCUMENT : Rank.CITED;
      parts.add(new Part("[" + mark + " DOCUMENT]", text, rank, places));
    }
    List<Step> steps = trace.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String text = words(step);
      List<Cited.Place> places = cited.in(text);
      Rank rank = Rank.of(step, i, steps.size(), !places.isEmpty());
      parts.add(
          new Part("[" + mark + " MESSAGE " + i + " " + role(step) + "]", text, rank, places));
    }
    return parts;
  }

  private static String role(Step step) {
    return switch (step) {
      case Step.SystemPrompt _ -> "SYSTEM";
      case Step.UserTurn _ -> "CUSTOMER";
      case Step.AgentTurn _ -> "AGENT";
      case Step.ToolResult result -> {
        String kind = result.isError() ? "TOOL RESULT FAILED" : "TOOL RESULT";
        yield result.seenByAgent() ? kind : kind + " ON CUSTOMER'S DEVICE, NOT SEEN BY AGENT";
      }
    };
  }

  private static String words(Step step) {
    return switch (step) {
      case Step.SystemPrompt prompt -> prompt.text();
      case Step.UserTurn turn -> turn.text() + calls(turn.calls());
      case Step.AgentTurn turn -> turn.text() + calls(turn.calls());
      case Step.ToolResult result -> {
        String name = result.name();
        yield name == null ? result.text() : name + " returned: " + result.text();
      }
    };
  }

  private static String calls(List<ToolCall> calls) {
    StringBuilder out = new StringBuilder();
    for (ToolCall call : calls) {
      out.append("\n(calls ").append(call.name()).append(' ');
      CompactJson.append(out, call.arguments());
      out.append(')');
    }
    return out.toString();
  }
}
