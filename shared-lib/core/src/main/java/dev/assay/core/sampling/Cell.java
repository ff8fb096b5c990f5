package dev.assay.core.sampling;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Traces that are alike as far as is known before they are judged: the unit for which rates are
 * set, counters kept and means weighted.
 *
 * @param tier the deciding one
 * @param signals those seen, possibly none
 */
public record Cell(Tier tier, Set<Signal> signals) {
  public Cell {
    signals = Set.copyOf(signals);
  }

  /** The stable name: {@code tool_call+tool_error+retry}, signals in the order of the enum. */
  public String key() {
    return tier.wireName()
        + Arrays.stream(Signal.values())
            .filter(signals::contains)
            .map(signal -> "+" + signal.wireName())
            .collect(Collectors.joining());
  }

  /**
   * Reads {@link #key} back.
   *
   * @throws IllegalArgumentException for a tier or signal that does not exist
   */
  public static Cell parse(String key) {
    String[] parts = key.split("\\+", -1);
    Set<Signal> signals = EnumSet.noneOf(Signal.class);
    for (int i = 1; i < parts.length; i++) {
      signals.add(Signal.valueOf(parts[i].toUpperCase(Locale.ROOT)));
    }
    return new Cell(Tier.valueOf(parts[0].toUpperCase(Locale.ROOT)), signals);
  }
}
