package dev.assay.core.check.commitment.ladder.time;

import dev.assay.core.check.commitment.evidence.Fact;
import dev.assay.core.check.commitment.text.Utterance;

/**
 * Which part of a journey, a stay or an event a date or time belongs to: which end, and of a round
 * trip which leg.
 */
record Course(Journey journey, Leg leg) {
  static final Course UNKNOWN = new Course(Journey.UNKNOWN, Leg.UNKNOWN);

  /** By the words beside a mention. */
  static Course of(Utterance utterance, int from, int end) {
    return new Course(Journey.of(utterance, from, end), Leg.of(utterance, from));
  }

  /** The same; "14:00 – 16:30" also tells the start from the end. */
  static Course inSpan(Utterance utterance, int from, int end) {
    Journey journey = Journey.of(utterance, from, end);
    Journey told = journey == Journey.UNKNOWN ? Journey.ofSpan(utterance, from, end) : journey;
    return new Course(told, Leg.of(utterance, from));
  }

  /** True where what a key records cannot be what is meant. */
  boolean opposes(Fact fact) {
    return journey.opposes(Journey.ofKey(fact.key())) || leg.opposes(Leg.ofKey(fact.key()));
  }

  /** True where what a key records is of the other leg. */
  boolean isOfOtherLeg(Fact fact) {
    return leg.opposes(Leg.ofKey(fact.key()));
  }
}
