package dev.assay.core.check.commitment;

import dev.assay.core.check.commitment.Value.Deed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The commitments of one utterance: mentions that bind, with their types, one span each. */
final class Commitments {
  private final Utterance utterance;
  private final List<Mention> mentions;
  private final LocalDate today;

  /**
   * @param today the day the words were said
   */
  Commitments(Utterance utterance, List<Mention> mentions, LocalDate today) {
    this.utterance = utterance;
    this.mentions = mentions;
    this.today = today;
  }

  List<Commitment> all() {
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
      boolean absorbed = deed < deeds.size() && isPartOf(mention, deeds.get(deed));
      CommitmentType type =
          absorbed || promises.absorb(mention) || !acts.binds(mention)
              ? null
              : slots.type(mention, previousEnd);
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
