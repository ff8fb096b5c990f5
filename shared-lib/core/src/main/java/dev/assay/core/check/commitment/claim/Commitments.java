package dev.assay.core.check.commitment.claim;

import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Mention;
import dev.assay.core.check.commitment.value.Value.Deed;
import dev.assay.core.check.commitment.verdict.CommitmentType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The commitments of one utterance: mentions that bind, with their types, one span each. */
public final class Commitments {
  private final Utterance utterance;
  private final List<Mention> mentions;
  private final LocalDate today;

  /**
   * Prepares one utterance with its mentions.
   *
   * @param today the day the words were said
   */
  public Commitments(Utterance utterance, List<Mention> mentions, LocalDate today) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.today = today;
  }

  public List<Commitment> all() {
    List<Mention> deeds = new DeedGrammar(utterance, mentions).read();
    PromisedTerms promises = new PromisedTerms(utterance, mentions, today);
    RemarkGrammar remarks = new RemarkGrammar(utterance, mentions);
    if (deeds.isEmpty() && mentions.isEmpty() && promises.isEmpty() && remarks.isEmpty()) {
      return List.of();
    }
    List<Commitment> all = new ArrayList<>();
    for (Mention deed : deeds) {
      all.add(new Commitment(CommitmentType.ACTION, deed.value(), deed.from(), deed.end()));
    }
    SpeechActs acts = new SpeechActs(utterance);
    Slots slots = new Slots(utterance);
    promises.addTo(all, acts);
    int previousEnd = 0;
    int deed = 0;
    for (Mention mention : mentions) {
      while (deed < deeds.size() && deeds.get(deed).end() < mention.end()) {
        deed++;
      }
      boolean absorbed =
          (deed < deeds.size() && isPartOf(mention, deeds.get(deed))) || promises.absorb(mention);
      CommitmentType type =
          absorbed || !acts.binds(mention) ? null : slots.type(mention, previousEnd);
      if (type != null) {
        all.add(new Commitment(type, mention.value(), mention.from(), mention.end()));
      }
      previousEnd = mention.end();
    }
    remarks.addTo(all);
    all.sort(Comparator.comparingInt(Commitment::from));
    return all;
  }

  private static boolean isPartOf(Mention mention, Mention deed) {
    return deed.value() instanceof Deed claimed
        && claimed.amount() != null
        && mention.end() == deed.end();
  }
}
