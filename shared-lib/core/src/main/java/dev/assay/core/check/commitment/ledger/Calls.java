package dev.assay.core.check.commitment.ledger;

import dev.assay.core.trace.Json;
import dev.assay.core.trace.Step;
import dev.assay.core.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls made so far and what came of them. One per trace; not for several threads. */
public final class Calls {
  /** How a call went. */
  public enum State {
    PENDING,
    SUCCEEDED,
    FAILED
  }

  /** One call; the result is filled in when it comes. */
  public static final class Call {
    private final ToolCall asked;
    private final String name;
    private boolean byCustomer;
    private State state = State.PENDING;
    private @Nullable Json result;

    Call(ToolCall asked, boolean byCustomer) {
      this.asked = asked;
      this.byCustomer = byCustomer;
      this.name = asked.name().toLowerCase(Locale.ROOT);
    }

    /** In lower case. */
    public String name() {
      return name;
    }

    /** As the agent wrote it. */
    public String tool() {
      return asked.name();
    }

    /** Run on the customer's own device: not the agent's deed. */
    public boolean byCustomer() {
      return byCustomer;
    }

    public Json arguments() {
      return asked.arguments();
    }

    public State state() {
      return state;
    }

    public @Nullable Json result() {
      return result;
    }
  }

  private final List<Call> all = new ArrayList<>();
  private int firstPending;
  private boolean byAgent;
  private boolean byCustomer;

  public void made(List<ToolCall> calls, boolean byCustomer) {
    for (ToolCall call : calls) {
      all.add(new Call(call, byCustomer));
    }
    this.byCustomer |= byCustomer && !calls.isEmpty();
    this.byAgent |= !byCustomer && !calls.isEmpty();
  }

  /** False for a trace that records no calls at all: then nothing speaks against a claim. */
  public boolean anyByAgent() {
    return byAgent;
  }

  /** True when tools were run on the customer's own device. */
  public boolean anyByCustomer() {
    return byCustomer;
  }

  /** Ties a result to its call, by id, else to the oldest call that still waits; null for none. */
  public @Nullable Call answered(Step.ToolResult result) {
    while (firstPending < all.size() && all.get(firstPending).state != State.PENDING) {
      firstPending++;
    }
    Call waiting = null;
    for (int i = firstPending; i < Math.min(all.size(), firstPending + 64); i++) {
      Call call = all.get(i);
      boolean open = call.state == State.PENDING;
      if (open && result.callId() != null && call.asked.id().equals(result.callId())) {
        waiting = call;
        break;
      }
      boolean named = result.name() == null || result.name().equals(call.asked.name());
      waiting =
          waiting == null && open && named && (result.callId() == null || call.asked.id().isEmpty())
              ? call
              : waiting;
    }
    if (waiting != null) {
      waiting.state = isFailure(result) ? State.FAILED : State.SUCCEEDED;
      waiting.result = result.json();
      waiting.byCustomer |= !result.seenByAgent();
      byCustomer |= !result.seenByAgent();
    }
    return waiting;
  }

  public List<Call> all() {
    return all;
  }

  /** True for an error mark, an error member, a status of failure, or a text that begins so. */
  public static boolean isFailure(Step.ToolResult result) {
    if (result.isError()) {
      return true;
    }
    return switch (result.json()) {
      case Json.Obj(Map<String, Json> members) ->
          says(members.get("error"))
              || says(members.get("erreur"))
              || says(members.get("errors"))
              || (members.get("success") instanceof Json.Bool(boolean success) && !success)
              || (members.get("ok") instanceof Json.Bool(boolean ok) && !ok)
              || (members.get("status") instanceof Json.Text(String status) && isFailed(status));
      case Json.Text(String text) ->
          text.regionMatches(true, 0, "error", 0, 5) || text.regionMatches(true, 0, "failed", 0, 6);
      case Json.Arr array -> false;
      case Json.Num number -> false;
      case Json.Bool(boolean done) -> !done;
      case Json.Null none -> false;
    };
  }

  private static boolean says(@Nullable Json member) {
    return switch (member) {
      case null -> false;
      case Json.Text(String text) -> !text.isEmpty();
      case Json.Obj(Map<String, Json> members) -> !members.isEmpty();
      case Json.Arr(List<Json> items) -> !items.isEmpty();
      case Json.Bool(boolean error) -> error;
      case Json.Num number -> true;
      case Json.Null none -> false;
    };
  }

  private static boolean isFailed(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "error", "failed", "failure", "declined", "rejected", "denied" -> true;
      default -> false;
    };
  }
}
