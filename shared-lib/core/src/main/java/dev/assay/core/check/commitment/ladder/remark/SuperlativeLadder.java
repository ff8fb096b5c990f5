package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ladder.remark.Offers.Offer;
import dev.assay.core.check.commitment.ledger.Entry;
import dev.assay.core.check.commitment.ledger.Keys;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.text.Decimals;
import dev.assay.core.check.commitment.text.Token;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Remark.Superlative;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds "the cheapest" against the list it was picked from: false where an offer that can be had,
 * fits the same words and is no other than the customer asked for costs less.
 */
final class SuperlativeLadder {
  private final Ledger ledger;
  private final Keys keys;

  SuperlativeLadder(Ledger ledger, Keys keys) {
    this.ledger = ledger;
    this.keys = keys;
  }

  /** The offer that the agent named, in its list. */
  private record Pick(Offers list, Offer offer, String path, long price, String tool) {}

  Ruling judge(Commitment claim, Superlative said, Utterance utterance) {
    Set<String> words = words(utterance, said.from(), said.end());
    Pick pick = pick(said, words);
    if (pick == null) {
      return Ruling.notCheckable(claim.type());
    }
    boolean alone = true;
    long least = pick.price();
    for (Offer other : pick.list().all()) {
      Long price = other.prices().get(pick.path());
      if (price == null || price >= least || !other.isOpen(pick.path())) {
        continue;
      }
      if (said.named().contains(price)) {
        return Ruling.derived(told(pick, price) + " is named, too");
      }
      boolean fits = fits(other, pick, words);
      alone &= fits;
      least = fits ? price : least;
    }
    if (least == pick.price()) {
      return Ruling.derived(told(pick, pick.price()) + " is the least of its list");
    }
    return refuted(pick, least, alone);
  }

  private Ruling refuted(Pick pick, long least, boolean alone) {
    // A customer who asked for times may have ruled out what is cheaper.
    boolean sure = alone && !ledger.isTimed();
    String reason =
        "The agent called "
            + Decimals.money(pick.price())
            + " the cheapest, but "
            + pick.tool()
            + " ("
            + pick.path()
            + ") lists one for "
            + Decimals.money(least)
            + ".";
    return new Ruling(
        sure ? CommitmentVerdict.CONTRADICTED : CommitmentVerdict.UNSUPPORTED,
        told(pick, least),
        reason);
  }

  private static String told(Pick pick, long price) {
    return pick.tool() + "." + pick.path() + " = " + Decimals.money(price);
  }

  /** The newest list with an offer at a named price, under the path whose words were said. */
  private @Nullable Pick pick(Superlative said, Set<String> words) {
    List<Ledger.Listing> listings = ledger.listings();
    for (int i = listings.size() - 1; i >= 0; i--) {
      Ledger.Listing listing = listings.get(i);
      Pick best = null;
      int most = Integer.MIN_VALUE;
      Offers offers = new Offers(listing.items(), keys);
      for (Offer offer : offers.all()) {
        for (Map.Entry<String, Long> price : offer.prices().entrySet()) {
          int score = score(price.getKey(), words);
          if (said.named().contains(price.getValue()) && score > most) {
            most = score;
            best = new Pick(offers, offer, price.getKey(), price.getValue(), listing.tool());
          }
        }
      }
      if (best != null) {
        return best;
      }
    }
    return null;
  }

  /** Words of the path that were said, less those that were not: economy, not basic economy. */
  private static int score(String path, Set<String> words) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    int score = 0;
    int start = 0;
    for (int i = 1; i <= last.length(); i++) {
      if (i == last.length() || Keys.splits(last, i)) {
        score += words.contains(Entry.part(last, start, i)) ? 2 : -1;
        start = i;
      }
    }
    return score;
  }

  /** What describes the pick and was asked for, by the agent's words or the customer's. */
  private boolean fits(Offer other, Pick pick, Set<String> words) {
    for (String word : words) {
      if (pick.offer().has(word) && !other.has(word)) {
        return false;
      }
    }
    for (Map.Entry<String, Set<String>> own : pick.offer().words().entrySet()) {
      Set<String> theirs = other.words().getOrDefault(own.getKey(), Set.of());
      for (String word : own.getValue()) {
        if (!theirs.contains(word) && ledger.customer().contains(word)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Set<String> words(Utterance utterance, int from, int end) {
    Set<String> words = new HashSet<>();
    for (int i = from; i < end; i++) {
      Token token = utterance.tokens().get(i);
      if (token.kind() != Token.Kind.SYMBOL && token.kind() != Token.Kind.BREAK) {
        words.add(utterance.text().substring(token.start(), token.end()).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
