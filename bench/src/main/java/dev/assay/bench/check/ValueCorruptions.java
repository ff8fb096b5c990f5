package dev.assay.bench.check;

import dev.assay.core.trace.Trace;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What all values have in common: another takes the place of the stated one, unless it is true too.
 *
 * @param <V> a decimal, a date or a time of day
 */
abstract class ValueCorruptions<V> {
  final Claim claim;
  final Stated<V> stated;
  final Grounds grounds;
  final Random random;

  ValueCorruptions(Claim claim, Stated<V> stated, Grounds grounds, Random random) {
    this.claim = claim;
    this.stated = stated;
    this.grounds = grounds;
    this.random = random;
  }

  abstract Form form();

  /** The value as the grounds have it. */
  Object known(V value) {
    return value;
  }

  abstract boolean isOf(Object value);

  abstract V value(Object known);

  /** A customer may decide dates and times, never prices. */
  abstract boolean isUserControlled();

  /** A value that is nowhere in the trace. */
  abstract V absent();

  /**
   * A leaf of a result with another value in place of this one; the leaf itself where it is not.
   */
  abstract JsonNode replaced(JsonNode leaf, V other);

  /** The commitment's words with another value. */
  String words(String said, V other) {
    return stated.in(claim.text(), said);
  }

  private int before() {
    return claim.finding().message();
  }

  /** Adds a corruption unless the value is the same, cannot be said, or is true as well. */
  void change(Kind kind, @Nullable V other, List<Corruption> all) {
    String said =
        other == null || known(other).equals(known(stated.value())) ? null : stated.say(other);
    if (said == null || other == null) {
      return;
    }
    boolean alsoTrue =
        grounds.inSameSlot(known(stated.value()), known(other), before())
            || (isUserControlled() && grounds.saidByUser(known(other)));
    if (!alsoTrue) {
      all.add(Corruption.said(kind, form(), claim, words(said, other)));
    }
  }

  void otherEntity(List<Corruption> all) {
    Object own = known(stated.value());
    List<Grounds.Leaf> others =
        grounds.others(own, before()).stream()
            .filter(leaf -> isOf(leaf.value()))
            .filter(leaf -> !isUserControlled() || !grounds.saidByUser(leaf.value()))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    Grounds.Leaf other = others.get(random.nextInt(others.size()));
    String said = stated.say(value(other.value()));
    if (said != null) {
      boolean named = grounds.isNamed(own, other, before(), claim.surroundings());
      Kind kind = named ? Kind.OTHER_NAMED : Kind.OTHER_UNNAMED;
      all.add(Corruption.said(kind, form(), claim, words(said, value(other.value()))));
    }
  }

  /** The results lose the value, where nothing else gives it. */
  void removed(List<Corruption> all) {
    Object own = known(stated.value());
    boolean elsewhere =
        grounds.isArgument(own) || (isUserControlled() && grounds.saidByUser(own)) || inDocuments();
    if (!elsewhere && !grounds.of(own, before()).isEmpty()) {
      V other = absent();
      Supplier<Trace> trace = () -> Edits.inResults(claim.trace(), leaf -> replaced(leaf, other));
      all.add(Corruption.evidence(Kind.REMOVED, form(), claim, trace));
    }
  }

  private boolean inDocuments() {
    String words = claim.text().substring(stated.start(), stated.end());
    return claim.trace().context().stream().anyMatch(one -> one.text().contains(words));
  }

  void restated(Kind kind, @Nullable String words, List<Corruption> all) {
    if (words != null && !words.equals(claim.text())) {
      all.add(Corruption.said(kind, form(), claim, words));
    }
  }
}
