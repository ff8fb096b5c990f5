package dev.assay.local.judge;

import dev.assay.core.feedback.Assessment;
import dev.assay.core.feedback.Fault;
import dev.assay.core.feedback.Source;
import dev.assay.core.feedback.Spend;
import dev.assay.core.feedback.Verdict;
import dev.assay.core.judge.Judge;
import dev.assay.core.judge.Thresholds;
import dev.assay.core.trace.Trace;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A judge that may cost a cent a trace, costs half of it, and can be out of order. */
final class PricedJudge implements Judge {
  static final double UPPER_USD = 0.01;
  static final double USD = 0.005;

  final AtomicInteger calls = new AtomicInteger();
  volatile boolean outOfOrder;
  volatile @Nullable Instant until;

  @Override
  public Source source() {
    return new Source(Source.Type.JUDGE, "priced", "1");
  }

  @Override
  public Thresholds thresholds(String key) {
    return Thresholds.DEFAULT;
  }

  @Override
  public double upperCostUsd(Trace trace) {
    return UPPER_USD;
  }

  @Override
  public List<Assessment> assess(Trace trace, Instant limit) {
    until = limit;
    return assess(trace);
  }

  @Override
  public List<Assessment> assess(Trace trace) {
    calls.incrementAndGet();
    Verdict verdict = outOfOrder ? new Verdict.Failed(new Fault("503", true)) : Verdict.scored(0.9);
    return List.of(new Assessment("priced", verdict, null, "", List.of(), new Spend(100, 10, USD)));
  }
}
