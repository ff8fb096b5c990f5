package dev.assay.cli.story;

import dev.assay.core.trace.Piece;
import dev.assay.core.trace.Trace;
import dev.assay.core.trace.TraceId;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which traces are to be expected of what was sent. Not for several threads. */
public final class Cast {
  private final Set<TraceId> whole = new LinkedHashSet<>();
  private final Set<String> begun = new LinkedHashSet<>();

  /** A body that is sent. Pieces make one trace under their conversation's id, once all came. */
  public void add(Trace trace) {
    Piece piece = trace.piece();
    if (piece == null) {
      whole.add(trace.id());
      return;
    }
    if (piece.last() && TraceId.isValid(trace.conversation())) {
      whole.add(new TraceId(trace.conversation()));
    }
    begun.add(trace.conversation());
  }

  /** The traces that will be there. */
  public Set<TraceId> traces() {
    return Set.copyOf(whole);
  }

  /** Conversations whose closing piece was not sent: they are closed when idle, later. */
  public int open() {
    return (int)
        begun.stream()
            .filter(one -> !TraceId.isValid(one) || !whole.contains(new TraceId(one)))
            .count();
  }
}
