package dev.assay.core.check.commitment.ladder.money;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.value.Value.Bound;
import dev.assay.core.check.commitment.value.Value.Percent;
import java.util.Optional;

/** Holds a percentage against the evidence; under "at most" a smaller one is entailed. */
public final class PercentLadder {
  private static final int FEW = 2;

  private final EvidenceIndex index;

  public PercentLadder(EvidenceIndex index) {
    this.index = index;
  }

  public Ruling judge(Commitment claim, Percent percent) {
    Optional<Fact> exact = index.percents().best(percent.share(), fact -> fact.source().proves());
    if (exact.isPresent()) {
      return Ruling.grounded(exact.get());
    }
    Optional<Fact> cap = cap(percent);
    if (cap.isPresent()) {
      return Ruling.derived("within " + cap.get().label());
    }
    Optional<Fact> nearest = index.percents().newest();
    if (nearest.isEmpty()) {
      return Ruling.notCheckable(claim.type());
    }
    String said = percent.normalised();
    boolean few = index.percents().proven().size() <= FEW;
    return few ? Ruling.contradicted(nearest.get(), said) : Ruling.unsupported(nearest.get(), said);
  }

  private Optional<Fact> cap(Percent percent) {
    return index.percents().proven().tailMap(percent.share()).values().stream()
        .filter(fact -> fact.bound() == Bound.AT_MOST)
        .findFirst();
  }
}
