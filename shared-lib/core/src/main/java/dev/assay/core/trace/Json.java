package dev.assay.core.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value as the core sees it: immutable, in the sender's order, numbers exact. */
public sealed interface Json {
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Members.copyOf(members);
    }
  }

  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  record Text(String value) implements Json {}

  record Num(BigDecimal value) implements Json {}

  record Bool(boolean value) implements Json {}

  /** JSON's null. */
  enum Null implements Json {
    NULL
  }
}
