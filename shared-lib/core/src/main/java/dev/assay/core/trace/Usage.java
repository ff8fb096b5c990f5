package dev.assay.core.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own inference.
 *
 * @param costUsd null when nobody said what it cost: unknown is not free
 */
public record Usage(long inputTokens, long outputTokens, @Nullable Double costUsd) {
  public static final Usage UNKNOWN = new Usage(0, 0, null);

  /** The sum of the calls; its cost is known only when every call's is. */
  public static Usage sum(List<LlmCall> calls) {
    long in = 0;
    long out = 0;
    Double cost = calls.isEmpty() ? null : 0.0;
    for (LlmCall call : calls) {
      in += call.inputTokens();
      out += call.outputTokens();
      Double price = call.costUsd();
      cost = cost == null || price == null ? null : Double.valueOf(cost + price);
    }
    return new Usage(in, out, cost);
  }
}
