package dev.assay.models;

import dev.assay.core.judge.ModelReply;

/** Where a provider's key comes from. Safe for several threads; never shown by toString. */
interface ApiKey {
  /** The key to use now. */
  Held held();

  /** The key to use after this one was refused; the same when there is no newer one. */
  Held after(Held.Known refused);

  /** A key, none, or why it cannot be read. */
  sealed interface Held {
    /** A key. */
    record Known(String value) implements Held {
      @Override
      public String toString() {
        return "Known[…]";
      }
    }

    /** The endpoint wants none. */
    record None() implements Held {}

    /** It should be there and cannot be read. */
    record Unreadable(ModelReply.Faulty fault) implements Held {}
  }

  /** No key. */
  ApiKey NONE = fixed(new Held.None());

  /** A key that never changes. */
  static ApiKey of(String value) {
    return fixed(new Held.Known(value));
  }

  private static ApiKey fixed(Held held) {
    return new ApiKey() {
      @Override
      public Held held() {
        return held;
      }

      @Override
      public Held after(Held.Known refused) {
        return held;
      }
    };
  }
}
