package dev.assay.local.dynamodb;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a write does to the item at its key. */
sealed interface Effect {

  /** The item afterwards, given the one before; null means none. */
  @Nullable Item after(@Nullable Item before);

  /** The item is there, whatever was. */
  record Put(Item item) implements Effect {
    @Override
    public Item after(@Nullable Item before) {
      return item;
    }
  }

  /** Nothing is there. */
  record Delete() implements Effect {
    @Override
    public @Nullable Item after(@Nullable Item before) {
      return null;
    }
  }

  /** The update is applied, to just the key where nothing was. */
  record Modify(Update update, Bindings bindings, Map<String, AttributeValue> key)
      implements Effect {
    @Override
    public Item after(@Nullable Item before) {
      return UpdateRun.apply(update, bindings, before == null ? key : before.attributes());
    }
  }

  /** Nothing changes: only the condition counts. */
  record Check() implements Effect {
    @Override
    public @Nullable Item after(@Nullable Item before) {
      return before;
    }
  }
}
