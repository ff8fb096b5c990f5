package dev.assay.core.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluator's answer under one key, before it is tied to a trace.
 *
 * @param key what was assessed, such as {@code commitments} or {@code voice.latency}
 * @param value the measured value in words or with its unit, such as {@code p95 1840 ms}
 * @param comment one sentence for people
 */
public record Assessment(
    String key,
    Verdict verdict,
    @Nullable String value,
    String comment,
    List<Finding> findings,
    Spend spend) {
  public Assessment {
    findings = List.copyOf(findings);
  }

  public static Assessment of(String key, Verdict verdict, @Nullable String value, String comment) {
    return new Assessment(key, verdict, value, comment, List.of(), Spend.NOTHING);
  }
}
