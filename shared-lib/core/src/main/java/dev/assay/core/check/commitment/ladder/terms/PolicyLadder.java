package dev.assay.core.check.commitment.ladder.terms;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.evidence.EvidenceIndex;
import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.evidence.Fields;
import dev.assay.core.check.commitment.evidence.TermsBook;
import dev.assay.core.check.commitment.evidence.TermsBook.Entry;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ladder.terms.Conditions.Holds;
import dev.assay.core.check.commitment.value.RefundTier;
import dev.assay.core.check.commitment.value.Statement;
import dev.assay.core.check.commitment.value.Statement.Code;
import dev.assay.core.check.commitment.value.Statement.Condition;
import dev.assay.core.check.commitment.value.Statement.Figure;
import dev.assay.core.check.commitment.value.Value.Terms;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds promised terms against what the policy says, and its conditions against the results. What
 * no text speaks of is not checkable; what a text makes depend on something unknown neither.
 */
public final class PolicyLadder {
  private final EvidenceIndex index;
  private final OpeningRung openings = new OpeningRung();

  public PolicyLadder(EvidenceIndex index) {
    this.index = index;
  }

  public Ruling judge(Commitment claim, Terms terms, Turn turn) {
    Statement said = terms.said();
    Conditions conditions = new Conditions(index.terms().fields(), said, turn.today());
    List<Entry> entries = about(said);
    String words = terms.normalised();
    Ruling ruling =
        switch (said.code()) {
          case FREE, NO_FEE -> free(said, entries, conditions, words);
          case FULL_REFUND, REFUNDABLE -> refund(said, entries, conditions, words);
          case REFUND -> share(said, entries, conditions, words, turn);
          case WARRANTY, RETROACTIVE -> length(said, entries, words);
          case HOURS -> openings.judge(said, entries, words);
          case CANCEL_ANYTIME, PRICE_MATCH, BOGO -> plain(entries, conditions, words);
          case WAIVE_FEE -> waiver(entries, conditions, words);
        };
    return ruling == null ? Ruling.notCheckable(claim.type()) : ruling;
  }

  /** What was said of the same thing: "express shipping" is another thing than "shipping". */
  private List<Entry> about(Statement said) {
    List<Entry> same = new ArrayList<>();
    for (Entry entry : index.terms().of(TermsBook.family(said.code()))) {
      boolean any = said.code() == Code.WAIVE_FEE;
      if (any || entry.said().about().equals(said.about())) {
        same.add(entry);
      }
    }
    return same;
  }

  private @Nullable Ruling free(
      Statement said, List<Entry> entries, Conditions conditions, String words) {
    if (said.about().isEmpty()) {
      return null;
    }
    Ruling recorded = recorded(entries, words);
    if (recorded != null) {
      return recorded;
    }
    Ruling told = plain(entries, conditions, words);
    if (told != null || !entries.isEmpty()) {
      return told;
    }
    Fields.Seen<Long> charged = index.terms().fields().charged();
    boolean change = said.about().equals("upgrade") || said.about().equals("change");
    if (charged == null || !change) {
      return null;
    }
    return charged.value() == 0
        ? Ruling.grounded(charged.fact())
        : Ruling.unsupported(charged.fact(), words);
  }

  /** What fields of results say outranks every text; where they disagree nothing is sure. */
  private static @Nullable Ruling recorded(List<Entry> entries, String words) {
    Entry granted = null;
    Entry denied = null;
    for (Entry entry : entries) {
      if (isField(entry)) {
        granted = entry.said().granted() ? entry : granted;
        denied = entry.said().granted() ? denied : entry;
      }
    }
    if (granted != null) {
      return Ruling.grounded(granted.fact());
    }
    return denied == null ? null : Ruling.contradicted(denied.fact(), words);
  }

  private static boolean isField(Entry entry) {
    return entry.fact().source() == Fact.Source.RESULT && !entry.fact().key().isEmpty();
  }

  /** Granted where the conditions hold; null where nothing decides. */
  private static @Nullable Ruling plain(List<Entry> entries, Conditions conditions, String words) {
    Entry broken = null;
    Entry denied = null;
    boolean open = false;
    for (Entry entry : entries) {
      Statement text = entry.said();
      Holds holds = conditions.of(text);
      if (text.granted() && text.sure() && holds == Holds.YES) {
        return Ruling.grounded(entry.fact());
      }
      open |= text.granted() && holds == Holds.UNKNOWN;
      broken = text.granted() && conditions.isPlainlyBroken(text) ? entry : broken;
      denied = !text.granted() && text.sure() && holds == Holds.YES ? entry : denied;
    }
    if (open) {
      return null;
    }
    Entry against = broken != null ? broken : denied;
    return against == null ? null : Ruling.contradicted(against.fact(), words);
  }

  private static @Nullable Ruling waiver(List<Entry> entries, Conditions conditions, String words) {
    Ruling plain = plain(entries, conditions, words);
    boolean told = plain == null && !entries.isEmpty();
    return told ? Ruling.unsupported(entries.getLast().fact(), words) : plain;
  }

  private @Nullable Ruling refund(
      Statement said, List<Entry> entries, Conditions conditions, String words) {
    List<Entry> all = new ArrayList<>(entries);
    Code other = said.code() == Code.FULL_REFUND ? Code.REFUNDABLE : Code.FULL_REFUND;
    for (Entry entry : index.terms().of(other)) {
      boolean same = entry.said().about().equals(said.about());
      boolean useful = other == Code.FULL_REFUND || !entry.said().granted();
      if (same && useful) {
        all.add(entry);
      }
    }
    Ruling recorded = recorded(all, words);
    if (recorded != null) {
      return recorded;
    }
    boolean conditional = said.conditions().stream().anyMatch(c -> c.is(Condition.Kind.OTHER));
    Ruling told = plain(all, conditions, words);
    boolean refuted = told != null && told.verdict() == CommitmentVerdict.CONTRADICTED;
    if (refuted && conditional) {
      return null;
    }
    return refuted && hasConditions(all) ? Ruling.unsupported(denial(all), words) : told;
  }

  private static boolean hasConditions(List<Entry> entries) {
    return entries.stream()
        .anyMatch(entry -> !entry.said().granted() && !entry.said().conditions().isEmpty());
  }

  private static @Nullable Fact denial(List<Entry> entries) {
    for (Entry entry : entries) {
      if (!entry.said().granted()) {
        return entry.fact();
      }
    }
    return null;
  }

  private @Nullable Ruling share(
      Statement said, List<Entry> entries, Conditions conditions, String words, Turn turn) {
    if (!(said.figure() instanceof Figure.Share claimed)) {
      return null;
    }
    long share = claimed.share();
    List<RefundTier> tiers = index.terms().tiers();
    if (!tiers.isEmpty()) {
      return tier(tiers, share, said, words, turn);
    }
    Optional<Fact> field = index.percents().best(share, fact -> fact.source().proves());
    if (field.isPresent()) {
      return Ruling.grounded(field.get());
    }
    for (Entry entry : entries) {
      if (claimed.equals(entry.said().figure())) {
        return conditions.of(entry.said()) == Holds.YES ? Ruling.grounded(entry.fact()) : null;
      }
    }
    return entries.isEmpty() ? null : Ruling.unsupported(entries.getLast().fact(), words);
  }

  /** The step that the days before the event fall on. */
  private @Nullable Ruling tier(
      List<RefundTier> tiers, long share, Statement said, String words, Turn turn) {
    long minutes = index.terms().fields().minutesAhead(turn.today());
    for (Condition condition : said.conditions()) {
      minutes = condition.is(Condition.Kind.AHEAD) ? condition.number() : minutes;
    }
    boolean known = false;
    for (RefundTier tier : tiers) {
      known |= tier.share() == share;
      if (minutes >= 0 && tier.covers(minutes)) {
        return tier.share() == share
            ? Ruling.derived(tier.form())
            : new Ruling(
                CommitmentVerdict.CONTRADICTED,
                tier.form(),
                "The agent said " + words + ", but the policy gives " + tier.form() + ".");
      }
    }
    return known
        ? null
        : new Ruling(
            CommitmentVerdict.UNSUPPORTED,
            tiers.getFirst().form(),
            "The policy's scale of refunds has no step of " + words + ".");
  }

  /** A warranty, or a time after the trip, may be shorter than the policy's and not longer. */
  private static @Nullable Ruling length(Statement said, List<Entry> entries, String words) {
    long claimed = said.figure() instanceof Figure.Length length ? length.minutes() : 0;
    Entry nearest = null;
    int granted = 0;
    for (Entry entry : entries) {
      Statement text = entry.said();
      if (text.granted() && text.figure() instanceof Figure.Length length) {
        if (length.minutes() == claimed) {
          return Ruling.grounded(entry.fact());
        }
        if (length.minutes() > claimed && said.code() == Code.RETROACTIVE) {
          return Ruling.derived("within " + entry.fact().label());
        }
        granted++;
      }
      nearest = entry;
    }
    if (nearest == null) {
      return null;
    }
    boolean sure = granted == 1 || (granted == 0 && !nearest.said().granted());
    return sure
        ? Ruling.contradicted(nearest.fact(), words)
        : Ruling.unsupported(nearest.fact(), words);
  }
}
