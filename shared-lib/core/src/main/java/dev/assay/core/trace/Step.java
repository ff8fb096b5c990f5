package dev.assay.core.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation; its place in {@link Trace#steps()} is the message index that
 * findings name. Offsets into {@link #text()} count UTF-16 units, parts joined by a line feed.
 */
public sealed interface Step {
  /** What was said or returned; empty where the message had no text. */
  String text();

  Timing timing();

  /** The instructions the agent was given. */
  record SystemPrompt(String text, Timing timing) implements Step {}

  /**
   * What the customer said.
   *
   * @param calls tools run on the customer's own device, seldom any
   * @param interrupted cut off by the other side
   */
  record UserTurn(String text, List<ToolCall> calls, Timing timing, boolean interrupted)
      implements Step {
    public UserTurn {
      calls = List.copyOf(calls);
    }
  }

  /**
   * What the agent said and the tools it called.
   *
   * @param interrupted cut off by the other side
   */
  record AgentTurn(String text, List<ToolCall> calls, Timing timing, boolean interrupted)
      implements Step {
    public AgentTurn {
      calls = List.copyOf(calls);
    }
  }

  /**
   * What a tool gave back.
   *
   * @param callId the {@link ToolCall#id()} this answers
   * @param json the text as JSON, or {@link Json.Text} where it is plain text
   * @param seenByAgent false for a tool run on the customer's own device
   */
  record ToolResult(
      @Nullable String callId,
      @Nullable String name,
      String text,
      Json json,
      boolean isError,
      boolean seenByAgent,
      Timing timing)
      implements Step {}
}
