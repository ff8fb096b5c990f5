package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.text.WordClasses;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.value.Value;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Every remark about recorded facts in an utterance. */
final class RemarkGrammar {
  private final List<Mention> found = new ArrayList<>(0);

  /**
   * @param mentions the values of the utterance, which comparisons are between
   */
  RemarkGrammar(Utterance utterance, List<Mention> mentions) {
    WordClasses classes = utterance.classes();
    Statements statements = new Statements(utterance);
    if (classes.has(WordClass.HAPPENED) && classes.has(WordClass.SPAN)) {
      new ElapsedGrammar(utterance, statements).read(found);
    }
    if (classes.has(WordClass.COMPARE) && mentions.size() > 1) {
      new ComparisonGrammar(utterance, mentions, statements).read(found);
    }
    if (classes.has(WordClass.SUPERLATIVE) && !mentions.isEmpty()) {
      new SuperlativeGrammar(utterance, mentions, statements).read(found);
    }
    if (classes.has(WordClass.STATE)) {
      new StateGrammar(utterance, statements).read(found);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Adds the remarks; how long ago something was is no promised length of time. */
  void addTo(List<Commitment> all) {
    if (found.isEmpty()) {
      return;
    }
    BitSet covered = new BitSet();
    List<Commitment> remarks = new ArrayList<>();
    for (Mention mention : found) {
      if (mention.value() instanceof Remark remark) {
        remarks.add(new Commitment(type(remark), remark, mention.from(), mention.end()));
        covered.set(mention.from(), mention.end());
      }
    }
    all.removeIf(other ->
        other.value() instanceof Value.Span && covered.get(other.from(), other.end()).length() > 0);
    all.addAll(remarks);
  }

  private static CommitmentType type(Remark remark) {
    return switch (remark) {
      case Remark.Elapsed elapsed -> CommitmentType.DATE;
      case Remark.Comparison comparison ->
          comparison.money() ? CommitmentType.PRICE : CommitmentType.QUANTITY;
      case Remark.Superlative superlative -> CommitmentType.PRICE;
      case Remark.State state -> CommitmentType.POLICY;
    };
  }
}
