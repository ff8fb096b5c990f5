package dev.assay.core.judge;

import dev.assay.core.trace.ContextDocument;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import dev.assay.core.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * A trace as text for a judge, cut by this rule when it is longer than the limit:
 *
 * <ol>
 *   <li>no message keeps more than a quarter of the limit: its middle goes;
 *   <li>then whole messages are kept in this order while they fit: system prompts, documents, the
 *       first two turns, the last six turns, tool results from the latest back, the other turns
 *       from the latest back.
 * </ol>
 *
 * Every gap is marked with {@code [cut: …]} and its size.
 */
record Transcript(String text, boolean cut) {
  private static final int FIRST_TURNS = 2;
  private static final int LAST_TURNS = 6;

  /** What a header and its line ends take at most, beside the text. */
  private static final int OVERHEAD = 40;

  private record Part(String header, String body, int rank, boolean cut) {
    int size() {
      return header.length() + body.length() + OVERHEAD;
    }
  }

  static Transcript of(Trace trace, int limit, String mark) {
    List<Part> parts = parts(trace, limit / 4, mark);
    boolean[] kept = keep(parts, limit);
    StringBuilder out = new StringBuilder();
    boolean cut = false;
    int gap = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (!kept[i]) {
        gap++;
        continue;
      }
      cut |= gap > 0 || part.cut();
      appendGap(out, gap, mark);
      gap = 0;
      out.append(part.header()).append('\n').append(part.body());
    }
    appendGap(out, gap, mark);
    return new Transcript(out.toString(), cut || gap > 0);
  }

  private static void appendGap(StringBuilder out, int messages, String mark) {
    if (messages > 0) {
      out.append('[').append(mark).append(" [cut: ").append(messages).append(" messages]]\n");
    }
  }

  private static boolean[] keep(List<Part> parts, int limit) {
    boolean[] kept = new boolean[parts.size()];
    long left = limit;
    for (int rank = 0; rank <= Rank.OTHER; rank++) {
      for (int i = parts.size() - 1; i >= 0; i--) {
        Part part = parts.get(i);
        if (part.rank() == rank && part.size() <= left) {
          kept[i] = true;
          left -= part.size();
        }
      }
    }
    return kept;
  }

  private static List<Part> parts(Trace trace, int most, String mark) {
    List<Part> parts = new ArrayList<>();
    for (ContextDocument document : trace.context()) {
      String title = document.title();
      String text = title == null ? document.text() : title + "\n" + document.text();
      parts.add(part("DOCUMENT", text, Rank.DOCUMENT, most, mark));
    }
    List<Step> steps = trace.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String header = "MESSAGE " + i + " " + role(step);
      parts.add(part(header, words(step), Rank.of(step, i, steps.size()), most, mark));
    }
    return parts;
  }

  private static Part part(String header, String text, int rank, int most, String mark) {
    boolean cut = text.length() > most;
    StringBuilder body = new StringBuilder();
    if (cut) {
      int head = most * 2 / 3;
      int tail = most - head;
      Quoted.append(body, text.substring(0, head));
      int gone = text.length() - most;
      body.append('[').append(mark).append(" [cut: ").append(gone).append(" characters]]\n");
      Quoted.append(body, text.substring(text.length() - tail));
    } else {
      Quoted.append(body, text);
    }
    return new Part("[" + mark + " " + header + "]", body.toString(), rank, cut);
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

  /** The order of keeping; lower ranks first. */
  private static final class Rank {
    static final int SYSTEM = 0;
    static final int DOCUMENT = 1;
    static final int EDGE_TURN = 2;
    static final int TOOL_RESULT = 3;
    static final int OTHER = 4;

    private Rank() {}

    static int of(Step step, int index, int count) {
      return switch (step) {
        case Step.SystemPrompt _ -> SYSTEM;
        case Step.ToolResult _ -> TOOL_RESULT;
        case Step.UserTurn _, Step.AgentTurn _ ->
            index < FIRST_TURNS || index >= count - LAST_TURNS ? EDGE_TURN : OTHER;
      };
    }
  }
}
