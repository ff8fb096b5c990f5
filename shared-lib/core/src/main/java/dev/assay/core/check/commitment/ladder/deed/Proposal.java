package dev.assay.core.check.commitment.ladder.deed;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.DeedFamilies;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.text.WordClass;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.value.Value.Deed.Claim;
import dev.assay.core.check.commitment.value.Value.When;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slot that the agent proposed and the customer accepted: "You're all set" after it says that
 * this slot was booked. Without one the words are a pleasantry.
 */
public final class Proposal {
  /** "Yes" stands among the first words of an answer that accepts. */
  private static final int LEAD = 4;

  private @Nullable String proposed;
  private @Nullable String accepted;

  /** Notes the last slot of an agent turn. */
  public void made(List<Commitment> commitments) {
    proposed = null;
    for (Commitment commitment : commitments) {
      if (commitment.value() instanceof When && isSlot(commitment.type())) {
        proposed = commitment.value().normalised();
      }
    }
    accepted = null;
  }

  private static boolean isSlot(CommitmentType type) {
    return switch (type) {
      case APPOINTMENT, CALLBACK, DELIVERY -> true;
      default -> false;
    };
  }

  /** Notes the customer's answer. */
  public void answered(Utterance words) {
    boolean yes = false;
    for (int i = 0; i < Math.min(LEAD, words.size()); i++) {
      yes |= words.is(i, WordClass.YES);
      if (words.is(i, WordClass.NEGATOR) || words.is(i, WordClass.CONTRAST)) {
        proposed = null;
      }
    }
    accepted = yes ? proposed : null;
  }

  /** The commitment, with the accepted slot where it claims that all is arranged. */
  public Commitment applied(Commitment commitment) {
    boolean arranged =
        commitment.value() instanceof Deed deed && deed.family().equals(DeedFamilies.ANYTHING);
    if (!arranged || accepted == null) {
      return commitment;
    }
    Deed deed = new Deed(DeedFamilies.ANYTHING, null, accepted, List.of(), Claim.PASSIVE);
    return new Commitment(commitment.type(), deed, commitment.from(), commitment.end());
  }
}
