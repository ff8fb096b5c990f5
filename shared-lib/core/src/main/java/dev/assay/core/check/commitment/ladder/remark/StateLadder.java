package dev.assay.core.check.commitment.ladder.remark;

import dev.assay.core.check.commitment.claim.Commitment;
import dev.assay.core.check.commitment.claim.Turn;
import dev.assay.core.check.commitment.ladder.Ruling;
import dev.assay.core.check.commitment.ledger.Entry;
import dev.assay.core.check.commitment.ledger.Ledger;
import dev.assay.core.check.commitment.ledger.Ledger.State;
import dev.assay.core.check.commitment.ledger.StateWord;
import dev.assay.core.check.commitment.text.Utterance;
import dev.assay.core.check.commitment.value.Remark;
import dev.assay.core.check.commitment.verdict.CommitmentVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a claimed state against the recorded one. False only where both are of one closed set, and
 * nothing that was done since can have changed it. A customer's word proves no state.
 */
final class StateLadder {
  /** Said of a thing that has since gone further: an order that was delivered was shipped. */
  private static final Set<String> PASSED = Set.of("shipped delivered", "delivered returned");

  private final Ledger ledger;

  StateLadder(Ledger ledger) {
    this.ledger = ledger;
  }

  Ruling judge(Commitment claim, Remark.State said, Turn turn) {
    List<State> own = about(claim, said, turn.utterance());
    if (own.isEmpty()) {
      return Ruling.notCheckable(claim.type());
    }
    Map<String, State> newest = new LinkedHashMap<>();
    State same = null;
    for (State state : own) {
      StateWord word = state.word();
      same = word != null && word.state().equals(said.state()) ? state : same;
      newest.put(state.entry().identity() + ' ' + state.key(), state);
    }
    if (same != null) {
      return Ruling.derived(same.label());
    }
    return refuted(claim, said, List.copyOf(newest.values()));
  }

  private Ruling refuted(Commitment claim, Remark.State said, List<State> newest) {
    for (State state : newest) {
      StateWord word = state.word();
      boolean stale = !said.sets().contains("tier") && ledger.touchedAfter(state.entry().message());
      if (word == null || stale || PASSED.contains(said.state() + ' ' + word.state())) {
        return Ruling.notCheckable(claim.type());
      }
    }
    State nearest = newest.getLast();
    String reason =
        "The agent said "
            + said.state()
            + ", but "
            + nearest.entry().tool()
            + " ("
            + nearest.key()
            + ") says "
            + nearest.shown()
            + ".";
    return new Ruling(CommitmentVerdict.CONTRADICTED, nearest.label(), reason);
  }

  private List<State> about(Commitment claim, Remark.State said, Utterance utterance) {
    List<State> fitting = new ArrayList<>();
    List<State> fresh = new ArrayList<>();
    for (String set : said.sets()) {
      for (State state : ledger.states(set)) {
        fitting.add(state);
        if (ledger.isFreshDeed(state.entry())) {
          fresh.add(state);
        }
      }
    }
    if (said.changed()) {
      return fresh.isEmpty() ? same(fitting, said) : fresh;
    }
    if (fitting.isEmpty() || said.sets().contains("tier")) {
      return fitting;
    }
    String noun = said.noun();
    List<State> own = new Referents(ledger, utterance).of(claim, noun, fitting, State::entry);
    boolean sure = noun.isEmpty() || isCalled(own, noun);
    return sure ? own : List.of();
  }

  /** A state that nobody changed since may be a proposal: then only what agrees counts. */
  private static List<State> same(List<State> states, Remark.State said) {
    List<State> same = new ArrayList<>();
    for (State state : states) {
      StateWord word = state.word();
      if (word != null && word.state().equals(said.state())) {
        same.add(state);
      }
    }
    return same;
  }

  private static boolean isCalled(List<State> states, String noun) {
    for (State state : states) {
      if (!state.entry().isCalled(noun) && !Entry.holds(state.key(), noun)) {
        return false;
      }
    }
    return true;
  }
}
