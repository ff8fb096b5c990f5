package dev.assay.local.dynamodb;

import org.jspecify.annotations.Nullable;

/** One write as a request asks for it: where, on what condition, to what effect. */
final class Change {
  private final Table table;
  private final byte[] key;
  private final @Nullable Condition condition;
  private final Bindings bindings;
  private final Effect effect;
  private final boolean oldOnFailure;

  Change(
      Table table,
      byte[] key,
      @Nullable Condition condition,
      Bindings bindings,
      Effect effect,
      boolean oldOnFailure) {
    this.table = table;
    this.key = key;
    this.condition = condition;
    this.bindings = bindings;
    this.effect = effect;
    this.oldOnFailure = oldOnFailure;
  }

  Table table() {
    return table;
  }

  byte[] key() {
    return key;
  }

  Effect effect() {
    return effect;
  }

  @Nullable Item before() {
    return table.get(key);
  }

  boolean allowed(@Nullable Item before) {
    return condition == null || ConditionCheck.holds(condition, bindings, before);
  }

  /** The item to show when the condition fails, where the request asked for it. */
  @Nullable Item shown(@Nullable Item before) {
    return oldOnFailure ? before : null;
  }

  /** The item afterwards, checked against every limit. */
  @Nullable Item after(@Nullable Item before) {
    Item after = effect.after(before);
    if (after != null && !(effect instanceof Effect.Check)) {
      if (after.size() > Item.MAX_BYTES) {
        throw ServiceError.validation(
            effect instanceof Effect.Modify
                ? "Item size to update has exceeded the maximum allowed size"
                : "Item size has exceeded the maximum allowed size");
      }
      table.check(after);
    }
    return after;
  }
}
