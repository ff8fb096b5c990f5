package dev.assay.core.check.commitment;

import java.util.ArrayList;
import java.util.List;

/** Every remark about recorded facts in an utterance. */
final class RemarkGrammar {
  private final Utterance utterance;
  private final List<Mention> mentions;

  /**
   * @param mentions the values of the utterance, which comparisons are between
   */
  RemarkGrammar(Utterance utterance, List<Mention> mentions) {
    this.utterance = utterance;
    this.mentions = mentions;
  }

  List<Commitment> read() {
    Statements statements = new Statements(utterance);
    List<Mention> found = new ArrayList<>();
    new ElapsedGrammar(utterance, statements).read(found);
    new ComparisonGrammar(utterance, mentions, statements).read(found);
    new SuperlativeGrammar(utterance, mentions, statements).read(found);
    new StateGrammar(utterance, statements).read(found);
    List<Commitment> remarks = new ArrayList<>();
    for (Mention mention : found) {
      if (mention.value() instanceof Remark remark) {
        remarks.add(new Commitment(type(remark), remark, mention.from(), mention.end()));
      }
    }
    return remarks;
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
