package dev.assay.core.judge;

import dev.assay.core.trace.Handed;
import dev.assay.core.trace.TraceKey;
import java.util.List;
import java.util.Map;

/** What the checks found of traces: the port through which the draw of a window sees it. */
public interface CheckVerdicts {
  /** Whether anything was alerted or flagged; a trace that no check has seen yet is missing. */
  Map<TraceKey, Boolean> flagged(List<Handed> traces);
}
